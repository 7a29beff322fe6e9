package org.anchors.charter.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.anchors.kit.refusal.Refused;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sheets of an XLSX workbook. Nothing in it is run or fetched, and what it unpacks to is measured before any of it
 * is read.
 */
public final class Workbook {

    private static final int MOST_PARTS = 200;
    private static final long LARGEST_UNPACKED = 20_000_000;
    private static final int MOST_COLUMNS = 100;
    /** A spreadsheet computes with 15 digits; what it stores behind them is noise. */
    private static final MathContext SPREADSHEET_PRECISION = new MathContext(15);

    private static final Pattern LITERALS_IN_FORMAT = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]");
    private static final Pattern DATE_FORMAT = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);

    private Workbook() {}

    /** Reads the named sheets that are there; more than so many rows in one of them are refused. */
    public static Map<String, Table> read(byte[] file, Set<String> wanted, int mostRows) {
        measure(file);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true))) {
            var tables = new HashMap<String, Table>();
            for (var sheet : workbook.getSheets().toList()) {
                wanted.stream()
                        .filter(name -> name.equalsIgnoreCase(sheet.getName()))
                        .findFirst()
                        .ifPresent(name -> tables.put(name, table(name, sheet, mostRows)));
            }
            return tables;
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException unreadable) {
            // The library answers damage with whatever it trips over, such as a missing part with a null pointer.
            throw unreadable();
        }
    }

    private static void measure(byte[] file) {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            var parts = 0;
            var unpacked = 0L;
            var buffer = new byte[1 << 16];
            for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (++parts > MOST_PARTS) {
                    throw tooLarge("A workbook may have %d parts.".formatted(MOST_PARTS));
                }
                try (var stream = zip.getInputStream(entry)) {
                    for (var read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                        unpacked += read;
                        if (unpacked > LARGEST_UNPACKED) {
                            throw tooLarge("A workbook may unpack to %,d bytes.".formatted(LARGEST_UNPACKED));
                        }
                    }
                }
            }
        } catch (IOException | IllegalArgumentException noZip) {
            throw unreadable();
        }
    }

    private static Table table(String name, Sheet sheet, int mostRows) {
        try (var stream = sheet.openStream()) {
            var head = new Table.Head(name, List.of(), 1);
            var rows = new ArrayList<Row>();
            var first = true;
            for (var read = stream.iterator(); read.hasNext(); ) {
                var row = read.next();
                if (row.getRowNum() > mostRows + 1) {
                    throw tooLarge("A sheet may have %,d rows.".formatted(mostRows));
                }
                var cells = cells(row);
                if (cells.isEmpty()) {
                    continue;
                }
                if (first) {
                    head = head(name, row.getRowNum(), cells);
                    first = false;
                } else {
                    rows.add(Table.row(head, row.getRowNum(), cells));
                }
            }
            return new Table(head, rows);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ExcelReaderException damaged) {
            throw unreadable();
        }
    }

    private static Table.Head head(String name, int number, Map<Integer, Cell> cells) {
        var names = new ArrayList<String>();
        var last = cells.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1);
        for (var index = 0; index <= last; index++) {
            var cell = cells.get(index);
            names.add(cell == null ? "" : cell.shown());
        }
        return Table.Head.of(name, names, number);
    }

    private static Map<Integer, Cell> cells(org.dhatim.fastexcel.reader.Row row) {
        var cells = new HashMap<Integer, Cell>();
        for (var cell : row) {
            var read = cell == null ? null : cell(cell);
            if (read == null) {
                continue;
            }
            if (cell.getColumnIndex() >= MOST_COLUMNS) {
                throw tooLarge("A sheet may have %d columns.".formatted(MOST_COLUMNS));
            }
            cells.put(cell.getColumnIndex(), read);
        }
        return cells;
    }

    private static @Nullable Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
        if (cell.getFormula() != null) {
            return new Cell.Formula(cell.getFormula());
        }
        return switch (cell.getType()) {
            case EMPTY -> null;
            case FORMULA -> new Cell.Formula("");
            case ERROR -> new Cell.Broken(String.valueOf(cell.getRawValue()));
            case BOOLEAN -> new Cell.Truth(cell.asBoolean());
            case STRING -> {
                var text = CellText.read(WorkbookText.decoded(cell.asString()));
                yield text.isBlank() ? null : new Cell.Text(text);
            }
            case NUMBER -> number(cell);
        };
    }

    private static Cell number(org.dhatim.fastexcel.reader.Cell cell) {
        var exact = cell.asNumber();
        // Beyond these a spreadsheet cannot write a number; arithmetic on it could take for ever.
        if (exact.precision() > 400 || Math.abs((long) exact.scale()) > 400) {
            return new Cell.Broken(cell.getRawValue());
        }
        var number = plain(exact.round(SPREADSHEET_PRECISION));
        var format = cell.getDataFormatString();
        var bare = format == null ? "" : LITERALS_IN_FORMAT.matcher(format).replaceAll("");
        if (bare.contains("%")) {
            return new Cell.Percentage(number);
        }
        if (!bare.toLowerCase(Locale.ROOT).equals("general")
                && DATE_FORMAT.matcher(bare).find()) {
            try {
                return new Cell.Day(cell.asDate().toLocalDate());
            } catch (RuntimeException noDate) {
                return new Cell.Broken(cell.getRawValue());
            }
        }
        return new Cell.Number(number);
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Refused tooLarge(String detail) {
        return new Refused(FileRefusal.FILE_TOO_LARGE, detail);
    }

    private static Refused unreadable() {
        return new Refused(
                FileRefusal.UNREADABLE_FILE, "It is not an XLSX workbook, or it is damaged; save it again as .xlsx.");
    }
}
