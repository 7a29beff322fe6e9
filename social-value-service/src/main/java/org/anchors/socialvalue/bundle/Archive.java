package org.anchors.socialvalue.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP file whose bytes follow from its parts alone: known names in one order, stored as they are, with one date for all. It is
 * read in memory and never unpacked to disk, so that no name in it leads anywhere.
 */
final class Archive {

    static final List<String> NAMES =
            List.of("manifest.json", "methodology.json", "catalogue.json", "bids.json", "evaluation.json");

    /** More than the largest evaluation takes. */
    private static final int LARGEST = 512_000_000;

    private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Archive() {}

    /** Writes parts by name; those of the known names that are there, in their order. What it is written to stays open. */
    static void write(Map<String, byte[]> parts, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        for (var name : NAMES) {
            var part = parts.get(name);
            if (part != null) {
                zip.putNextEntry(entry(name, part));
                zip.write(part);
                zip.closeEntry();
            }
        }
        zip.finish();
        zip.flush();
    }

    private static ZipEntry entry(String name, byte[] part) {
        var sum = new CRC32();
        sum.update(part);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(part.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(DATE);
        return entry;
    }

    /** Reads the parts by name, or says why it is no bundle. */
    static Map<String, byte[]> read(byte[] file) throws NotABundle {
        var parts = new LinkedHashMap<String, byte[]>();
        var left = LARGEST;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!NAMES.contains(entry.getName()) || parts.containsKey(entry.getName())) {
                    throw new NotABundle("It holds something that no bundle holds.");
                }
                var part = zip.readNBytes(left + 1);
                if (part.length > left) {
                    throw new NotABundle("It unpacks to more than %,d bytes.".formatted(LARGEST));
                }
                left -= part.length;
                parts.put(entry.getName(), part);
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw new NotABundle("It is no ZIP file, or it is damaged.");
        }
        return parts;
    }
}
