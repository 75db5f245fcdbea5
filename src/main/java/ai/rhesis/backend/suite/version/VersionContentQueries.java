package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.suite.version.content.ContentRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tests of versions, and those in which two versions differ.
@Repository
class VersionContentQueries {

    /// One page behind a place in the order of the set.
    private static final String PAGE = """
            select m.test_id, m.position, m.content_hash, c.*
            from app.test_set_version_test m
            join app.test_content c on c.content_hash = m.content_hash
            where m.test_set_id = :setId and m.since_number <= :number
              and (m.until_number is null or m.until_number > :number)
              and (m.position, m.test_id) > (:position, cast(:testId as uuid))
            order by m.position, m.test_id
            limit :limit offset :skip
            """;
    /// A range that holds both versions, or neither, is no difference.
    private static final String DIFFERENCES = """
            select coalesce(b.test_id, a.test_id) as test_id, b.position as was_position, a.position,
                   b.content_hash as was_hash, a.content_hash
            from (select * from app.test_set_version_test
                  where test_set_id = :setId and since_number <= :before
                    and (until_number is null or until_number > :before)
                    and not (since_number <= :after and (until_number is null or until_number > :after))) b
            full join (select * from app.test_set_version_test
                       where test_set_id = :setId and since_number <= :after
                         and (until_number is null or until_number > :after)
                         and not (since_number <= :before and (until_number is null or until_number > :before))) a
                on a.test_id = b.test_id
            order by coalesce(a.position, b.position), 1
            """;
    private static final String CONTENTS =
            "select c.* from app.test_content c where c.content_hash = any(cast(:hashes as text[]))";

    private final JdbcClient database;
    private final ContentRows contents;

    VersionContentQueries(JdbcClient database, ContentRows contents) {
        this.database = database;
        this.contents = contents;
    }

    /// Reads the tests behind a place, as many as `limit` after `skip`.
    List<VersionedContent> page(TestSetVersion version, VersionPlace after, int skip, int limit) {
        return database.sql(PAGE)
                .param("setId", version.testSetId())
                .param("number", version.number())
                .param("position", after.position())
                .param("testId", after.testId())
                .param("skip", skip)
                .param("limit", limit)
                .query((row, number) -> test(row))
                .list();
    }

    private VersionedContent test(ResultSet row) throws SQLException {
        return new VersionedContent(
                row.getObject("test_id", UUID.class),
                row.getInt("position"),
                row.getString("content_hash"),
                row.getString("stimulus_hash"),
                contents.read(row));
    }

    /// Finds the tests in which two versions of a set differ, in the order of the second.
    List<VersionDifference> differences(UUID setId, int before, int after) {
        return database.sql(DIFFERENCES)
                .param("setId", setId)
                .param("before", before)
                .param("after", after)
                .query((row, number) -> difference(row))
                .list();
    }

    private static VersionDifference difference(ResultSet row) throws SQLException {
        UUID testId = row.getObject("test_id", UUID.class);
        return new VersionDifference(
                testId,
                member(testId, row.getObject("was_position", Integer.class), row.getString("was_hash")),
                member(testId, row.getObject("position", Integer.class), row.getString("content_hash")));
    }

    private static @Nullable VersionMember member(UUID testId, @Nullable Integer position, @Nullable String hash) {
        return position == null || hash == null ? null : new VersionMember(testId, position, hash);
    }

    /// Reads the stored contents with these hashes.
    ContentsByHash contents(List<String> hashes) {
        ContentsByHash found = new ContentsByHash();
        database.sql(CONTENTS)
                .param("hashes", hashes.stream().distinct().toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString("content_hash"), contents.read(row));
                });
        return found;
    }
}
