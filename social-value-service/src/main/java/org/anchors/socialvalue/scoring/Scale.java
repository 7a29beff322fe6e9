package org.anchors.socialvalue.scoring;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** What an evaluator may give for an answer, and what that is of 100. */
public sealed interface Scale {

    BigDecimal HUNDRED = new BigDecimal(100);

    String name();

    /** What a grade is of 100, if there is such a grade. */
    Optional<BigDecimal> of100(String grade);

    /** The least that can be given, of 100. */
    BigDecimal least();

    /** The least of 100 that can be given and reaches a pass mark; the pass mark where nothing does. */
    BigDecimal leastFrom(BigDecimal passMark);

    /** Any number from 0 to 100. */
    record Percentages() implements Scale {

        @Override
        public String name() {
            return "0 to 100";
        }

        @Override
        public BigDecimal least() {
            return BigDecimal.ZERO;
        }

        @Override
        public BigDecimal leastFrom(BigDecimal passMark) {
            return passMark.max(least());
        }

        @Override
        public Optional<BigDecimal> of100(String grade) {
            try {
                return Optional.of(new BigDecimal(grade))
                        .filter(mark -> mark.signum() >= 0 && mark.compareTo(HUNDRED) <= 0);
            } catch (NumberFormatException noNumber) {
                return Optional.empty();
            }
        }
    }

    /** A table that gives each grade its mark of 100. */
    record Grades(String name, Map<String, BigDecimal> marks) implements Scale {

        @Override
        public BigDecimal least() {
            return Collections.min(marks.values());
        }

        @Override
        public BigDecimal leastFrom(BigDecimal passMark) {
            return marks.values().stream()
                    .filter(mark -> mark.compareTo(passMark) >= 0)
                    .min(Comparator.naturalOrder())
                    .orElse(passMark);
        }

        @Override
        public Optional<BigDecimal> of100(String grade) {
            return Optional.ofNullable(marks.get(grade));
        }
    }
}
