package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.suite.version.content.TestContent;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The attachment of files to the tests that had them.
@Repository
class RestoredFileQueries {

    /// The removal of files that the content doesn't have; of equal files as many stay as it has.
    private static final String DELETE_FILES = """
            with wanted as (
                select u.id, u.hash, count(*) as times
                from unnest(cast(:fileTests as uuid[]), cast(:fileHashes as text[])) as u (id, hash)
                group by u.id, u.hash),
            present as (
                select f.id, f.entity_id, f.content_hash,
                       row_number() over (partition by f.entity_id, f.content_hash order by f.position, f.id) as place
                from app.file f
                where f.entity_type = 'Test' and f.entity_id = any(cast(:ids as uuid[])) and f.deleted_at is null)
            update app.file f
            set deleted_at = now(), updated_at = now(), version = f.version + 1
            from present p
            left join wanted w on w.id = p.entity_id and w.hash = p.content_hash
            where f.id = p.id and p.place > coalesce(w.times, 0)
            """;
    /// A file that is missing is attached again under the name that it had last.
    private static final String ADD_FILES = """
            insert into app.file (id, filename, content_type, size_bytes, content_hash, position, entity_type, entity_id)
            select uuidv7(), l.filename, l.content_type, l.size_bytes, w.hash, w.place, 'Test', w.id
            from (select u.id, u.hash, u.place, row_number() over (partition by u.id, u.hash order by u.place) as nth
                  from unnest(cast(:fileTests as uuid[]), cast(:fileHashes as text[])) with ordinality as u (id, hash, place)) w
            cross join lateral (
                select f.filename, f.content_type, f.size_bytes
                from app.file f
                where f.content_hash = w.hash
                order by f.created_at desc, f.id desc
                limit 1) l
            where w.nth > (select count(*)
                           from app.file f
                           where f.entity_type = 'Test' and f.entity_id = w.id and f.content_hash = w.hash
                             and f.deleted_at is null)
            """;

    private final JdbcClient database;

    RestoredFileQueries(JdbcClient database) {
        this.database = database;
    }

    /// Makes the files of tests those of their contents.
    void restore(List<Restoration> tests, List<TestContent> wanted) {
        RestoredFileColumns columns = RestoredFileColumns.of(tests, wanted);
        database.sql(DELETE_FILES).paramSource(columns).update();
        database.sql(ADD_FILES).paramSource(columns).update();
    }
}
