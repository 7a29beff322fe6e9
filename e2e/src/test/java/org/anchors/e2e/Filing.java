package org.anchors.e2e;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * One report that is to be posted, once.
 *
 * @param key its idempotency key, the same for every attempt
 */
record Filing(Newcomer partner, String year, long workforce, long deprived, String key) {

    private static final int LARGEST_WORKFORCE = 9_999;

    /** A report of every partner for every year, with figures and in an order that the random numbers give. */
    static List<Filing> of(List<Newcomer> partners, List<String> years, Random random) {
        var filings = new ArrayList<Filing>();
        for (var partner : partners) {
            for (var year : years) {
                var workforce = 1 + random.nextInt(LARGEST_WORKFORCE);
                filings.add(new Filing(
                        partner,
                        year,
                        workforce,
                        random.nextInt(workforce),
                        UUID.randomUUID().toString()));
            }
        }
        Collections.shuffle(filings, random);
        return filings;
    }

    /** The same with a new token. */
    Filing again() {
        return new Filing(partner.again(), year, workforce, deprived, key);
    }

    Sending sending() {
        return new Sending(reference(), partner.reporter(), Reports.REPORTS, key, body());
    }

    String reference() {
        return partner.organisation() + "-" + year;
    }

    String body() {
        return partner.body(year, workforce, deprived);
    }
}
