package org.anchors.employment.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.anchors.kit.paging.Page;
import org.jspecify.annotations.Nullable;

/** What was said of participants and programmes before it was corrected. */
@ApplicationScoped
public class EarlierVersions {

    private static final long BEFORE_THE_FIRST = -1;

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;

    EarlierVersions(EntityManager database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Of what there are earlier versions. */
    public enum Subject {
        PARTICIPANT("participant"),
        PROGRAMME("programme");

        /** The column that says whose they are; the table is called by it too. */
        private final String column;

        Subject(String column) {
            this.column = column;
        }
    }

    /**
     * A version that another one has taken the place of.
     *
     * @param until when it did
     * @param said what the version said
     */
    public record Earlier<T>(long version, Instant until, T said) {}

    /** Keeps a version that another one is about to take the place of. */
    public void keep(Subject subject, Object whose, long version, Object said) {
        database.createNativeQuery(
                        "insert into %1$s_before (%1$s, version, said, until) values (:whose, :version, :said, :at)"
                                .formatted(subject.column))
                .setParameter("whose", whose)
                .setParameter("version", version)
                .setParameter("said", text(said))
                .setParameter("at", clock.instant())
                .executeUpdate();
    }

    /**
     * A page of them, the first version first.
     *
     * @param limit how many to a page
     * @param after the value of next from the page before
     * @param view how one is shown
     */
    public <T, V> Page<V> page(
            Subject subject,
            Object whose,
            int limit,
            @Nullable String after,
            Class<T> type,
            Function<Earlier<T>, V> view) {
        var most = Page.limit(limit);
        List<?> rows = database.createNativeQuery("""
                        select version, said, until from %1$s_before where %1$s = :whose and version > :version
                        order by version limit :most
                        """.formatted(subject.column), Tuple.class)
                .setParameter("whose", whose)
                .setParameter("version", after == null ? BEFORE_THE_FIRST : Page.afterNumber(after))
                .setParameter("most", most + 1)
                .getResultList();
        var found = rows.stream().map(row -> earlier((Tuple) row, type)).toList();
        var page = Page.of(found, most, one -> Long.toString(one.version()));
        return new Page<>(page.items().stream().map(view).toList(), page.next());
    }

    private <T> Earlier<T> earlier(Tuple row, Class<T> type) {
        return new Earlier<>(
                row.get("version", Long.class),
                row.get("until", Instant.class),
                said(row.get("said", String.class), type));
    }

    private String text(Object said) {
        try {
            return json.writeValueAsString(said);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A view can be written", impossible);
        }
    }

    private <T> T said(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("It was written by this service", impossible);
        }
    }
}
