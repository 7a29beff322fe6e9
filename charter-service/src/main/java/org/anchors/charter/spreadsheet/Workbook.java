package org.anchors.charter.spreadsheet;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.anchors.kit.refusal.Refused;
import org.anchors.kit.table.FileRefusal;
import org.anchors.kit.table.Row;
import org.anchors.kit.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sheets of an XLSX workbook. Nothing in it is run or fetched, and what it unpacks to is measured before any of it
 * is read.
 */
public final class Workbook {

    private static final String USUAL_PLACE = "/xl/workbook.xml";
    private static final int MOST_SHEETS = 200;

    private final Parts parts;
    private final Map<String, String> targets = new HashMap<>();
    private final List<Named> sheets = new ArrayList<>();
    private boolean from1904;

    private Workbook(Parts parts) {
        this.parts = parts;
    }

    /**
     * What was read of a workbook.
     *
     * @param tables the wanted sheets that are there, by the name under which they are wanted
     * @param others sheets that hold something and are not known
     */
    public record Sheets(Map<String, Table> tables, List<String> others) {}

    /** A sheet by the name that people see, and by its relation to the workbook. */
    private record Named(String name, @Nullable String relation) {}

    /**
     * Reads the wanted sheets; more than so many rows in one of them are refused.
     *
     * @param known sheets that may be there besides and are not read
     */
    public static Sheets read(byte[] file, Set<String> wanted, Set<String> known, int mostRows) {
        try (var parts = Parts.of(file)) {
            return new Workbook(parts).sheets(wanted, known, mostRows);
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException damaged) {
            // The readers of ZIP and XML answer damage with whatever they trip over.
            throw FileRefusal.unreadable("It is not an XLSX workbook, or it is damaged; save it again as .xlsx.");
        }
    }

    private Sheets sheets(Set<String> wanted, Set<String> known, int mostRows) throws IOException {
        var place = place();
        relations(place);
        contents(place);
        var values = values();
        var tables = new LinkedHashMap<String, Table>();
        var others = new ArrayList<String>();
        for (var sheet : sheets) {
            var name = among(wanted, sheet.name());
            if (name != null) {
                tables.put(name, table(name, sheet, values, mostRows));
            } else if (among(known, sheet.name()) == null && holdsSomething(sheet, values)) {
                others.add(sheet.name());
            }
        }
        return new Sheets(tables, List.copyOf(others));
    }

    private static @Nullable String among(Set<String> names, String name) {
        return names.stream().filter(name::equalsIgnoreCase).findFirst().orElse(null);
    }

    /** Where the package says that its workbook is. */
    private String place() throws IOException {
        try (var xml = parts.xml("/_rels/.rels")) {
            while (xml != null && xml.nextWithin("Relationships", "Relationship")) {
                var type = Objects.requireNonNullElse(xml.attribute("Type"), "");
                if (type.endsWith("/officeDocument")) {
                    return resolved("/", xml);
                }
            }
        }
        return USUAL_PLACE;
    }

    private void relations(String place) throws IOException {
        var end = place.lastIndexOf('/') + 1;
        try (var xml = parts.xml(place.substring(0, end) + "_rels/" + place.substring(end) + ".rels")) {
            while (xml != null && xml.nextWithin("Relationships", "Relationship")) {
                if (!"External".equals(xml.attribute("TargetMode")) && targets.size() < 2 * MOST_SHEETS) {
                    var target = resolved(place, xml);
                    targets.put(Objects.requireNonNullElse(xml.attribute("Id"), ""), target);
                    targets.put(kind(Objects.requireNonNullElse(xml.attribute("Type"), "")), target);
                }
            }
        }
    }

    /** The last word of a relation's type, by which the one part of its kind is found. */
    private static String kind(String type) {
        return type.substring(type.lastIndexOf('/'));
    }

    private static String resolved(String place, Xml relationship) throws IOException {
        var target = relationship.attribute("Target");
        if (target == null) {
            throw new IOException("A relation without a target");
        }
        return URI.create(place).resolve(target).getPath();
    }

    private void contents(String place) throws IOException {
        try (var xml = required(place)) {
            while (xml.next()) {
                if (xml.begins("workbookPr")) {
                    from1904 = Set.of("1", "true").contains(Objects.requireNonNullElse(xml.attribute("date1904"), ""));
                } else if (xml.begins("sheet")) {
                    sheet(xml);
                }
            }
        }
    }

    private void sheet(Xml xml) throws IOException {
        if (sheets.size() == MOST_SHEETS) {
            throw FileRefusal.tooLarge("A workbook may have %d sheets.".formatted(MOST_SHEETS));
        }
        var name = Objects.requireNonNullElse(xml.attribute("name"), "");
        sheets.add(new Named(name, xml.attribute("id")));
    }

    private CellValues values() throws IOException {
        try (var texts = part("/sharedStrings");
                var formats = part("/styles")) {
            return new CellValues(SharedTexts.of(texts), CellFormats.of(formats), from1904);
        }
    }

    private @Nullable Xml part(String relation) throws IOException {
        var target = targets.get(relation);
        return target == null ? null : required(target);
    }

    private Xml required(String name) throws IOException {
        var xml = parts.xml(name);
        if (xml == null) {
            throw new IOException("A part is missing: " + name);
        }
        return xml;
    }

    private Xml part(Named sheet) throws IOException {
        var target = sheet.relation() == null ? null : targets.get(sheet.relation());
        if (target == null) {
            throw new IOException("A sheet without a part: " + sheet.name());
        }
        return required(target);
    }

    private boolean holdsSomething(Named sheet, CellValues values) throws IOException {
        try (var xml = part(sheet)) {
            return new SheetRows(sheet.name(), xml, values, Integer.MAX_VALUE - 1).next() != null;
        }
    }

    private Table table(String name, Named sheet, CellValues values, int mostRows) throws IOException {
        try (var xml = part(sheet)) {
            var rows = new SheetRows(name, xml, values, mostRows);
            var first = rows.next();
            if (first == null) {
                return new Table(new Table.Head(name, List.of(), 1), List.of());
            }
            var head = head(name, first);
            var all = new ArrayList<Row>();
            for (var row = rows.next(); row != null; row = rows.next()) {
                all.add(Table.row(head, row.number(), row.cells()));
            }
            return new Table(head, all);
        }
    }

    private static Table.Head head(String sheet, SheetRows.Filled row) {
        var last =
                row.cells().keySet().stream().mapToInt(Integer::intValue).max().orElse(-1);
        var names = new ArrayList<String>();
        for (var index = 0; index <= last; index++) {
            var cell = row.cells().get(index);
            names.add(cell == null ? "" : cell.shown());
        }
        return Table.Head.of(sheet, names, row.number());
    }
}
