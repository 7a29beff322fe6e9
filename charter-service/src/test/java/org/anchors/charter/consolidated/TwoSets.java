package org.anchors.charter.consolidated;

import java.util.List;
import java.util.function.Consumer;

/**
 * Two sets of the tables that the consolidated report is read from, of which one is in use. So two sizes can be measured in
 * turns, each with tables and indexes of its own size.
 */
final class TwoSets {

    private static final List<String> TABLES = List.of(
            "organisation",
            "signature",
            "consolidated_report",
            "consolidated_value",
            "consolidated_total",
            "consolidated_tally",
            "consolidated_identifier",
            "consolidated_distinct",
            "consolidated_evidence",
            "consolidated_decision");

    private final Consumer<String> sql;

    /**
     * @param sql executes a statement
     */
    TwoSets(Consumer<String> sql) {
        this.sql = sql;
    }

    /** Makes the other set, with the organisations of this one and nothing else. */
    void make() {
        sql.accept("create schema other_set");
        sql.accept("create schema between_sets");
        for (var table : TABLES) {
            sql.accept("create table other_set.%1$s (like public.%1$s including all)".formatted(table));
        }
        sql.accept("insert into other_set.organisation select * from public.organisation");
    }

    /** Puts the other set in the place of the one in use. */
    void swap() {
        for (var table : TABLES) {
            sql.accept("alter table public.%s set schema between_sets".formatted(table));
            sql.accept("alter table other_set.%s set schema public".formatted(table));
            sql.accept("alter table between_sets.%s set schema other_set".formatted(table));
        }
        sql.accept("update completeness_stamp set changes = changes + 1");
    }
}
