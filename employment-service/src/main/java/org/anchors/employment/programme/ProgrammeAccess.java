package org.anchors.employment.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import org.anchors.employment.outcome.OutcomeRule;
import org.anchors.employment.outcome.OutcomeRules;
import org.anchors.kit.caller.Caller;
import org.anchors.kit.caller.Role;
import org.anchors.kit.refusal.CommonRefusal;
import org.anchors.kit.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** What other concepts ask about programmes: whether the caller may act for one, or see it, and how it is counted. */
@ApplicationScoped
public class ProgrammeAccess {

    private static final String COLUMNS =
            "select key, name, provider, outcome_rule, outcome_rule_version, shared_key from programme ";

    private final EntityManager database;
    private final Visibility visibility;
    private final Caller caller;

    ProgrammeAccess(EntityManager database, Visibility visibility, Caller caller) {
        this.database = database;
        this.visibility = visibility;
        this.caller = caller;
    }

    /**
     * A programme as others need it.
     *
     * @param sharedKey whether its people may be recognised in other programmes
     */
    public record Known(String key, String name, String provider, OutcomeRule rule, boolean sharedKey) {}

    /** A programme of the caller's own organisation; any other is answered as one that does not exist. */
    public Known own(String key) {
        return find(key)
                .filter(programme -> caller.belongsTo(programme.provider()))
                .orElseThrow(() -> notFound(key));
    }

    /** The same, and until the transaction ends nobody else returns totals of it or registers many of its participants. */
    public Known ownLocked(String key) {
        var programme = own(key);
        database.createNativeQuery("select key from programme where key = :key for no key update")
                .setParameter("key", key)
                .getResultList();
        return programme;
    }

    /** Until the transaction ends nobody else changes records of people in a programme; waits for whoever does. */
    public void lockCohorts(String key) {
        database.createNativeQuery("select id from cohort where programme = :programme order by id for update")
                .setParameter("programme", key)
                .getResultList();
    }

    /** Whether the caller may see figures of a programme. */
    public boolean isVisible(String key) {
        return find(key)
                .filter(programme -> visibility.shows(programme.provider()))
                .isPresent();
    }

    /** A programme whose figures the caller may see. */
    public Known visible(String key) {
        return find(key)
                .filter(programme -> visibility.shows(programme.provider()))
                .orElseThrow(() -> notFound(key));
    }

    /** The key of the programme that a list is asked for; refused where none is named. */
    public static String named(@Nullable String key) {
        if (key == null) {
            throw Refused.ofParameter(
                    CommonRefusal.INVALID_REQUEST, "programme", "missing", null, "Name the programme by its key.");
        }
        return key;
    }

    /** What is no key is not repeated: it may be anything. */
    public static Refused notFound(String key) {
        return Refused.notFound(key.matches(Registration.KEY) ? "The programme " + key : "The programme");
    }

    /** All programmes of the caller's own organisation. */
    public List<Known> ofOwnOrganisation() {
        return ofProvider(visibility.ownOrganisation());
    }

    /** Any programme, for what the service does by itself. */
    public Optional<Known> find(String key) {
        return rows(database.createNativeQuery(COLUMNS + "where key = :key", Tuple.class)
                        .setParameter("key", key)
                        .getResultList())
                .stream()
                .findFirst();
    }

    /** All programmes whose figures the caller may see, by key. */
    public List<Known> allVisible() {
        return visibility.showsAll()
                ? rows(database.createNativeQuery(COLUMNS + "order by key", Tuple.class)
                        .getResultList())
                : ofProvider(visibility.ownOrganisation());
    }

    private List<Known> ofProvider(String provider) {
        return rows(database.createNativeQuery(COLUMNS + "where provider = :provider order by key", Tuple.class)
                .setParameter("provider", provider)
                .getResultList());
    }

    private static List<Known> rows(List<?> rows) {
        return rows.stream().map(row -> known((Tuple) row)).toList();
    }

    private static Known known(Tuple row) {
        var rule = OutcomeRules.released()
                .of(row.get("outcome_rule", String.class), row.get("outcome_rule_version", Integer.class));
        return new Known(
                row.get("key", String.class),
                row.get("name", String.class),
                row.get("provider", String.class),
                rule.orElseThrow(),
                row.get("shared_key", Boolean.class));
    }

    /** Whether the caller runs a programme. */
    public boolean isOwn(String key) {
        return find(key)
                .filter(programme -> caller.belongsTo(programme.provider()))
                .isPresent();
    }

    /** Whether the caller may see single people of a programme: who runs it, and auditors. The anchor team sees figures. */
    public boolean showsRowsOf(String key) {
        return find(key)
                .filter(programme -> caller.has(Role.AUDITOR) || caller.belongsTo(programme.provider()))
                .isPresent();
    }
}
