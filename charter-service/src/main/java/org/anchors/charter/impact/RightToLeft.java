package org.anchors.charter.impact;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.util.Map;

/** Text from right to left in printed reports: split into runs of one direction, each put into the order of the paper. */
final class RightToLeft implements BidiSplitter {

    private static final Map<Integer, Integer> MIRRORED = Map.of(
            (int) '(', (int) ')', (int) ')', (int) '(', (int) '[', (int) ']', (int) ']', (int) '[', (int) '{',
            (int) '}', (int) '}', (int) '{', (int) '<', (int) '>', (int) '>', (int) '<');

    private Bidi runs = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);

    @Override
    public void setParagraph(String paragraph, byte direction) {
        runs = new Bidi(paragraph, direction == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
    }

    @Override
    public int countTextRuns() {
        return runs.getRunCount();
    }

    @Override
    public BidiTextRun getVisualRun(int run) {
        var start = runs.getRunStart(run);
        var direction = runs.getRunLevel(run) % 2 == 0 ? LTR : RTL;
        return new BidiTextRun(start, runs.getRunLimit(run) - start, direction);
    }

    /** The direction of the first letter that has one. */
    @Override
    public byte getBaseDirection(String paragraph) {
        var bidi = new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        return bidi.baseIsLeftToRight() ? LTR : RTL;
    }

    /** Turns a run round. Arabic letters keep the form that they have alone; joining them would need a library of its own. */
    static final class Reorderer implements BidiReorderer {

        @Override
        public String reorderRTLTextToLTR(String text) {
            var turned = new StringBuilder(text.length());
            var end = text.length();
            while (end > 0) {
                var start = text.offsetByCodePoints(end, -1);
                while (start > 0 && isMark(text.codePointAt(start))) {
                    start = text.offsetByCodePoints(start, -1);
                }
                text.substring(start, end)
                        .codePoints()
                        .map(character -> MIRRORED.getOrDefault(character, character))
                        .forEach(turned::appendCodePoint);
                end = start;
            }
            return turned.toString();
        }

        /** A mark stays behind the letter that it belongs to. */
        private static boolean isMark(int character) {
            return Character.getType(character) == Character.NON_SPACING_MARK;
        }

        @Override
        public String shapeText(String text) {
            return text;
        }

        @Override
        public String deshapeText(String text) {
            return text;
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    }
}
