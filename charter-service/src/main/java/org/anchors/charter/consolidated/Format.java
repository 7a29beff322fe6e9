package org.anchors.charter.consolidated;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The formats in which the consolidated report is handed out, the usual one first. */
public enum Format {
    JSON(Format.JSON_TYPE),
    CSV(Format.CSV_TYPE),
    XLSX(Format.XLSX_TYPE),
    HTML(Format.HTML_TYPE),
    PDF(Format.PDF_TYPE);

    public static final String JSON_TYPE = MediaType.APPLICATION_JSON;
    public static final String CSV_TYPE = "text/csv";
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String HTML_TYPE = MediaType.TEXT_HTML;
    public static final String PDF_TYPE = "application/pdf";

    private final MediaType type;

    Format(String type) {
        this.type = MediaType.valueOf(type);
    }

    /** As it is asked for, and as a file's name ends. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As the answer says it: a text says how it is coded. */
    MediaType contentType() {
        return switch (this) {
            case CSV, HTML -> type.withCharset(StandardCharsets.UTF_8.name());
            case JSON, XLSX, PDF -> type;
        };
    }

    static List<Variant> variants() {
        return Arrays.stream(values())
                .map(format -> new Variant(format.type, (Locale) null, null))
                .toList();
    }

    static Format of(Variant variant) {
        return Arrays.stream(values())
                .filter(format -> format.type.equals(variant.getMediaType()))
                .findFirst()
                .orElseThrow();
    }
}
