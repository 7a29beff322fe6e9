package org.anchors.charter.reference;

import static java.util.stream.Collectors.toList;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.anchors.charter.charter.Charter;
import org.anchors.charter.charter.Commitment;
import org.anchors.charter.charter.Edition;
import org.anchors.charter.charter.Others;
import org.anchors.charter.charter.Signatory;
import org.anchors.charter.charter.Signature;
import org.anchors.charter.charter.SignatureSteps;
import org.anchors.charter.indicator.Catalogues;
import org.anchors.charter.organisation.Description;
import org.anchors.charter.organisation.HeldName;
import org.anchors.charter.organisation.Organisation;
import org.anchors.charter.organisation.OrganisationRegister;
import org.anchors.charter.organisation.Succession;
import org.anchors.charter.reportingyear.ReportingWindow;
import org.anchors.charter.reportingyear.ReportingYears;
import org.anchors.kit.calendar.ReportingYear;
import org.jspecify.annotations.Nullable;

/**
 * Loads the reference data that the service ships with. A file is loaded once; a new state of it is a new release, and is
 * loaded when that starts. A file of the indicator catalogue never changes: a changed edition is a new file, and so is what an edition
 * says later of adding values up.
 */
@ApplicationScoped
class ReferenceData {

    private static final String EDITION_2021 = "2021-24";
    private static final String EDITION_2024 = "2024-27";

    private final ReferenceFiles files;
    private final OrganisationRegister register;
    private final Charter charter;
    private final SignatureSteps signatures;
    private final ReportingYears years;
    private final Catalogues catalogues;

    ReferenceData(
            ReferenceFiles files,
            OrganisationRegister register,
            Charter charter,
            SignatureSteps signatures,
            ReportingYears years,
            Catalogues catalogues) {
        this.files = files;
        this.register = register;
        this.charter = charter;
        this.signatures = signatures;
        this.years = years;
        this.catalogues = catalogues;
    }

    void load(@Observes @Priority(1) StartupEvent started) {
        QuarkusTransaction.requiringNew().run(() -> {
            files.waitForOthers();
            files.countFirstLoadAsAlwaysKnown();
            files.once("charter-editions.csv", text -> rows(text).forEach(this::edition));
            files.once("reporting-years.csv", text -> rows(text).forEach(this::year));
            files.once("organisations.csv", text -> rows(text).forEach(this::organisation));
            files.once("organisation-names.csv", this::names);
            files.once("organisation-successions.csv", text -> rows(text).forEach(this::succession));
            files.once("commitments-2024-27.csv", this::commitments);
            // As it was released, so that a version that knows nothing more finds the file that it has loaded.
            files.once("indicators-2024.1.json", catalogues::load);
            files.once("indicators-2024.1-adding.json", catalogues::load);
        });
    }

    private void edition(NamedCsvRecord row) {
        charter.load(new Edition(
                row.getField("edition"),
                ReportingYear.parse(row.getField("first_year")),
                ReportingYear.parse(row.getField("last_year"))));
    }

    private void year(NamedCsvRecord row) {
        years.load(new ReportingWindow(
                ReportingYear.parse(row.getField("year")),
                LocalDate.parse(row.getField("opens")),
                LocalDate.parse(row.getField("due")),
                optionalDay(row.getField("closes"))));
    }

    private void organisation(NamedCsvRecord row) {
        register.load(Organisation.named(
                row.getField("key"),
                row.getField("name"),
                new Description(
                        list(row.getField("aliases")),
                        row.getField("sector"),
                        list(row.getField("places")),
                        list(row.getField("alliances")),
                        row.getField("level"),
                        row.getField("note")),
                optionalDay(row.getField("established"))));
        signatory(row, EDITION_2021, row.getField("signed_2021_as"))
                .ifPresent(by -> signatures.load(new Signature.Signed(by, null, null)));
        signatory(row, EDITION_2024, row.getField("proposed_2024_as"))
                .ifPresent(by -> signatures.load(new Signature.Proposed(by, null)));
    }

    private static Optional<Signatory> signatory(NamedCsvRecord row, String edition, String role) {
        var others = row.getField("signs_for").isBlank()
                ? null
                : new Others(row.getField("signs_for"), Integer.parseInt(row.getField("signs_for_count")));
        return role.isBlank()
                ? Optional.empty()
                : Optional.of(new Signatory(row.getField("key"), edition, role, others));
    }

    private void names(String text) {
        rows(text).stream()
                .collect(Collectors.groupingBy(row -> row.getField("organisation"), LinkedHashMap::new, toList()))
                .forEach((key, names) -> register.loadNames(
                        key,
                        names.stream()
                                .map(row -> new HeldName(
                                        row.getField("name"),
                                        optionalDay(row.getField("from")),
                                        optionalDay(row.getField("to"))))
                                .toList()));
    }

    private void succession(NamedCsvRecord row) {
        register.loadSuccession(
                row.getField("organisation"),
                new Succession(row.getField("successor"), LocalDate.parse(row.getField("on"))));
    }

    private void commitments(String text) {
        var position = 0;
        for (var row : rows(text)) {
            charter.load(
                    EDITION_2024,
                    position++,
                    new Commitment(
                            row.getField("id"),
                            row.getField("pillar"),
                            row.getField("commitment"),
                            Boolean.parseBoolean(row.getField("reporting")),
                            list(row.getField("indicators"))));
        }
    }

    private static List<NamedCsvRecord> rows(String text) {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            return reader.stream().toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<String> list(String field) {
        return Arrays.stream(field.split(";"))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static @Nullable LocalDate optionalDay(String field) {
        return field.isBlank() ? null : LocalDate.parse(field);
    }

    static String read(String file) {
        try (var stream = Objects.requireNonNull(
                ReferenceData.class.getResourceAsStream("/reference/" + file), () -> file + " is not packaged")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
