package org.anchors.charter.impact;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts of printed reports. They come from a Maven artifact, with a licence that allows to embed them
 * (docs/decisions/0015), and they do not have every character there is.
 */
final class Fonts {

    /** Shown in place of a character that the fonts lack. */
    static final char STAND_IN = '\u25A1';

    private static final String FAMILY = "DejaVu Sans";
    private static final String PLACE = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String NORMAL = "DejaVuSans.ttf";
    private static final String BOLD = "DejaVuSans-Bold.ttf";
    private static final int NORMAL_WEIGHT = 400;
    private static final int BOLD_WEIGHT = 700;
    /** Beyond the first two planes the fonts have nothing. */
    private static final int PLANES = 0x20000;

    private static final BitSet KNOWN = known();

    private Fonts() {}

    static PdfRendererBuilder use(PdfRendererBuilder builder) {
        return builder.useFont(font(NORMAL), FAMILY, NORMAL_WEIGHT, FontStyle.NORMAL, true)
                .useFont(font(BOLD), FAMILY, BOLD_WEIGHT, FontStyle.NORMAL, true);
    }

    /** A text with nothing in it that cannot be shown: invisible marks are left out, what the fonts lack has a stand-in. */
    static String printable(String text) {
        var printable = new StringBuilder(text.length());
        text.codePoints().filter(character -> !isInvisible(character)).forEach(character -> {
            if (KNOWN.get(character) || Character.isWhitespace(character)) {
                printable.appendCodePoint(character);
            } else {
                printable.append(STAND_IN);
            }
        });
        return printable.toString();
    }

    /** Joiners, directions, soft hyphens; variations and skin tones of a character that comes before. */
    private static boolean isInvisible(int character) {
        return Character.getType(character) == Character.FORMAT
                || character >= 0xFE00 && character <= 0xFE0F
                || character >= 0xE0100 && character <= 0xE01EF
                || character >= 0x1F3FB && character <= 0x1F3FF;
    }

    private static BitSet known() {
        var known = new BitSet(PLANES);
        known.set(0, PLANES);
        for (var font : List.of(NORMAL, BOLD)) {
            known.and(characters(font));
        }
        return known;
    }

    private static BitSet characters(String font) {
        try (var file = font(font).supply();
                var parsed = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            var glyphs = parsed.getUnicodeCmapLookup();
            var characters = new BitSet(PLANES);
            for (var character = 0; character < PLANES; character++) {
                characters.set(character, glyphs.getGlyphId(character) != 0);
            }
            return characters;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static FSSupplier<InputStream> font(String file) {
        return () -> Objects.requireNonNull(Fonts.class.getResourceAsStream(PLACE + file), file);
    }
}
