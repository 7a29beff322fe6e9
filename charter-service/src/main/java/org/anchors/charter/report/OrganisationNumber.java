package org.anchors.charter.report;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of an organisation in a public register, with the register's code in front as org-id.guide names it: Companies
 * House, and the charity registers of England and Wales, Scotland and Northern Ireland. A person has none.
 */
final class OrganisationNumber {

    static final String MEND = "Write it like GB-COH-01234567 (Companies House), GB-CHC-1098765 (Charity Commission),"
            + " GB-SC-SC012345 or GB-NIC-100012.";

    private static final Pattern COMPANY = Pattern.compile("GB-COH-([A-Z]{2}\\d{6}|\\d{1,8})");
    private static final Pattern CHARITY = Pattern.compile("GB-(CHC-\\d{5,7}(-\\d{1,3})?|SC-SC\\d{6}|NIC-\\d{6})");

    private OrganisationNumber() {}

    /** The one way in which a number is written, so that two partners mean the same by the same; empty for what is none. */
    static Optional<String> normalised(String text) {
        var plain = text.strip().replace(" ", "").toUpperCase(Locale.ROOT);
        var company = COMPANY.matcher(plain);
        if (company.matches()) {
            return Optional.of("GB-COH-" + "0".repeat(8 - company.group(1).length()) + company.group(1));
        }
        return CHARITY.matcher(plain).matches()
                ? Optional.of(plain.replaceFirst("(CHC-\\d+)-\\d+", "$1"))
                : Optional.empty();
    }
}
