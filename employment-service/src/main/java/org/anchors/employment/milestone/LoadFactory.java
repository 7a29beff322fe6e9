package org.anchors.employment.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.anchors.employment.total.Totals;
import org.anchors.kit.bulk.ReceivedFile;
import org.hibernate.Session;

/** Begins loads, each in the transaction of its caller. */
@ApplicationScoped
class LoadFactory {

    private final EntityManager database;
    private final Contexts contexts;
    private final Totals totals;

    LoadFactory(EntityManager database, Contexts contexts, Totals totals) {
        this.database = database;
        this.contexts = contexts;
        this.totals = totals;
    }

    LoadOutcome load(ReceivedFile file, Load.Wish wish) {
        database.flush();
        var context = contexts.ofCaller();
        return database.unwrap(Session.class)
                .doReturningWork(connection -> new Load(connection, wish, context, totals::recount).run(file));
    }
}
