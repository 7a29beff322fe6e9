package org.anchors.kit.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV as spreadsheets write it: UTF-8 with or without a byte order mark, separated by commas, semicolons or tabs, which
 * the first row shows. Fields are quoted as RFC 4180 says.
 */
public final class CsvText {

    /** The reader's buffer doubles until here, so a power of two is what it holds in fact. */
    private static final int LONGEST_RECORD = 1 << 18;

    private static final String SEPARATORS = ",;\t";

    private CsvText() {}

    /** Reads a file that fits into memory; more than so many rows are refused. */
    public static Table read(byte[] file, int mostRows) {
        var rows = rows(new StringReader(decoded(file)), mostRows);
        var all = new ArrayList<Row>();
        rows.forEachRemaining(all::add);
        return new Table(rows.head(), all);
    }

    /** Reads row by row; whoever gives the reader closes it. */
    public static Rows rows(Reader text, int mostRows) {
        return new Rows(text, mostRows);
    }

    private static String decoded(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException otherEncoding) {
            throw codedOtherwise("its characters");
        }
    }

    private static Refused codedOtherwise(String which) {
        return FileRefusal.unreadable("Save it as CSV UTF-8: %s are coded otherwise.".formatted(which));
    }

    /** The rows of a file behind the one that names the columns. */
    public static final class Rows implements Iterator<Row> {

        private final Iterator<CsvRecord> records;
        private final Table.Head head;
        private final int most;
        private int number;
        private @Nullable Row next;

        private Rows(Reader text, int most) {
            this.most = most;
            try {
                var peeked = new BufferedReader(text, 1 << 16);
                var separator = separator(peeked);
                records = CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(false)
                        .allowUnclosedQuote(false)
                        .allowExtraCharsAfterClosingQuote(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .maxBufferSize(LONGEST_RECORD)
                        .ofCsvRecord(peeked)
                        .iterator();
            } catch (CharacterCodingException otherEncoding) {
                throw codedOtherwise("its characters");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            head = readHead();
            next = following();
            if (next == null && head.columns().stream().allMatch(String::isEmpty)) {
                throw FileRefusal.unreadable("The file is empty.");
            }
        }

        public Table.Head head() {
            return head;
        }

        private Table.Head readHead() {
            var first = record();
            if (first != null && first.getField(0).startsWith("sep=")) {
                first = record();
            }
            var names = first == null ? List.<String>of() : first.getFields();
            // So does UTF-16 without a byte order mark look.
            if (names.stream().anyMatch(name -> name.indexOf('\0') >= 0)) {
                throw codedOtherwise("its characters");
            }
            return Table.Head.of(null, names, number);
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Row next() {
            var row = next;
            if (row == null) {
                throw new NoSuchElementException();
            }
            next = following();
            return row;
        }

        private @Nullable Row following() {
            for (var record = record(); record != null; record = record()) {
                var cells = cells(record);
                if (!cells.isEmpty()) {
                    return Table.row(head, number, cells);
                }
            }
            return null;
        }

        private @Nullable CsvRecord record() {
            try {
                if (!records.hasNext()) {
                    return null;
                }
                if (++number > most + 1) {
                    throw FileRefusal.tooLarge("A file may have %,d rows.".formatted(most));
                }
                return records.next();
            } catch (CsvParseException malformed) {
                throw FileRefusal.unreadable(
                        ("Row %d cannot be read: a quotation mark opens and does not close, something stands behind a closing"
                                        + " one, or the row has more than %,d characters.")
                                .formatted(number + 1, LONGEST_RECORD));
            } catch (UncheckedIOException undecodable) {
                if (undecodable.getCause() instanceof CharacterCodingException) {
                    throw codedOtherwise("characters behind row " + number);
                }
                throw undecodable;
            }
        }

        private static Map<Integer, Cell> cells(CsvRecord record) {
            var cells = new HashMap<Integer, Cell>();
            for (var index = 0; index < record.getFieldCount(); index++) {
                var field = record.getField(index);
                if (!field.isBlank()) {
                    cells.put(index, new Cell.Text(CellText.read(field)));
                }
            }
            return cells;
        }

        /** The separator that the first line holds most of; skips a byte order mark, and obeys a line such as sep=; before it. */
        private static char separator(BufferedReader text) throws IOException {
            text.mark(1);
            if (text.read() != '\uFEFF') {
                text.reset();
            }
            text.mark(8_192);
            var counts = new int[SEPARATORS.length()];
            for (var read = 0; read < 8_000; read++) {
                var character = text.read();
                if (character < 0 || character == '\n' || character == '\r') {
                    break;
                }
                var kind = SEPARATORS.indexOf(character);
                if (kind >= 0) {
                    counts[kind]++;
                }
            }
            text.reset();
            var best = 0;
            for (var kind = 1; kind < counts.length; kind++) {
                best = counts[kind] > counts[best] ? kind : best;
            }
            return SEPARATORS.charAt(best);
        }
    }
}
