package ai.rhesis.backend.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

@IntegrationTest
class ForeignKeyTests {

    /// Foreign keys whose columns, in whatever order, begin no index of all rows, or of all that refer to
    /// something, and hold no unique one.
    private static final String WITHOUT_INDEX = """
            select c.conrelid::regclass || ' (' || string_agg(a.attname, ', ' order by k.place) || ')'
            from pg_constraint c
            cross join lateral unnest(c.conkey) with ordinality as k (number, place)
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number
            where c.contype = 'f' and c.connamespace = 'app'::regnamespace and c.conparentid = 0
              and not exists (
                  select 1
                  from pg_index i
                  where i.indrelid = c.conrelid and i.indisvalid
                    and ((i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey
                         or i.indisunique and i.indkey::int2[] <@ c.conkey)
                    and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) like '%IS NOT NULL%'))
            group by c.oid, c.conrelid
            order by 1
            """;

    @Test
    void everyForeignKeyHasAnIndex() {
        List<String> without = TestDatabase.column(WITHOUT_INDEX);
        assertThat(without).isEmpty();
    }
}
