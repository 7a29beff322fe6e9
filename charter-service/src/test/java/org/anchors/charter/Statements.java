package org.anchors.charter;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.anchors.kit.edge.RequestIds;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Counts the statements of single requests, whatever else the service does meanwhile: name one by X-Request-Id. */
@PersistenceUnitExtension
public class Statements implements StatementInspector {

    private static final Map<String, Integer> BY_REQUEST = new ConcurrentHashMap<>();

    /** How many statements a request took. */
    public static int of(String request) {
        return BY_REQUEST.getOrDefault(request, 0);
    }

    @Override
    public String inspect(String sql) {
        var request = RequestIds.current();
        if (request != null) {
            BY_REQUEST.merge(request, 1, Integer::sum);
        }
        return sql;
    }
}
