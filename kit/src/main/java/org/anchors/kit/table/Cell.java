package org.anchors.kit.table;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What stands in one cell. An empty cell is not there at all. */
public sealed interface Cell {

    /** How it looks to whoever filled it in. */
    String shown();

    /** A text, which in CSV everything is. */
    record Text(String text) implements Cell {
        @Override
        public String shown() {
            return text;
        }
    }

    record Number(BigDecimal number) implements Cell {
        @Override
        public String shown() {
            return number.toPlainString();
        }
    }

    /** A number that the spreadsheet shows in per cent: 0.29 as 29%. */
    record Percentage(BigDecimal number) implements Cell {
        @Override
        public String shown() {
            return number.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
        }
    }

    record Day(LocalDate day) implements Cell {
        @Override
        public String shown() {
            return day.toString();
        }
    }

    record Truth(boolean truth) implements Cell {
        @Override
        public String shown() {
            return Boolean.toString(truth);
        }
    }

    /** A formula; its last result is not trusted, as it may stem from anywhere. */
    record Formula(String formula) implements Cell {
        @Override
        public String shown() {
            return "=" + formula;
        }
    }

    /** What the spreadsheet could not compute, such as {@code #REF!}, or what cannot be read. */
    record Broken(String shown) implements Cell {}
}
