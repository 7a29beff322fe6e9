package org.anchors.charter.impact;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes markup that is HTML and well-formed XML at once, so that a browser and the maker of the PDF read the same page.
 * Whatever comes from people goes through here as text or as an attribute, and cannot become markup.
 */
final class Markup {

    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder written = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();

    /** What belongs inside an element. */
    interface Content {
        void write();
    }

    /** Markup of our own that is written as it stands. */
    Markup raw(String markup) {
        written.append(markup);
        return this;
    }

    Markup open(String element, String... attributes) {
        start(element, attributes);
        written.append('>');
        open.push(element);
        return this;
    }

    Markup close() {
        written.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element around other content. */
    Markup within(String element, Content content, String... attributes) {
        open(element, attributes);
        content.write();
        return close();
    }

    /** An element that holds text. */
    Markup element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** An element that never holds anything. */
    Markup empty(String element, String... attributes) {
        start(element, attributes);
        written.append("/>");
        return this;
    }

    Markup text(String text) {
        text.codePoints().forEach(character -> {
            switch (character) {
                case '<' -> written.append("&lt;");
                case '>' -> written.append("&gt;");
                case '&' -> written.append("&amp;");
                case '"' -> written.append("&quot;");
                default -> written.appendCodePoint(isAllowed(character) ? character : REPLACEMENT);
            }
        });
        return this;
    }

    private void start(String element, String... attributes) {
        written.append('<').append(element);
        for (var index = 0; index < attributes.length; index += 2) {
            written.append(' ').append(attributes[index]).append("=\"");
            text(attributes[index + 1]);
            written.append('"');
        }
    }

    /** XML 1.0 has no control characters, halves of characters or non-characters; HTML frowns on more of them. */
    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || character >= 0x20 && character < 0x7F
                || character >= 0xA0
                        && !(character >= 0xD800 && character <= 0xDFFF)
                        && !(character >= 0xFDD0 && character <= 0xFDEF)
                        && (character & 0xFFFE) != 0xFFFE;
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Not closed: " + open);
        }
        return written.toString();
    }
}
