package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.annotation.file.AttachedFile;
import ai.rhesis.backend.integration.enclosure.Enclosure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The files of items: those of the content that the run pinned, whatever became of them since. Deleted files are kept
/// until they are purged.
@Repository
class ItemFileQueries {

    /// Of equal files the one is meant that the test had when the run started; more than can be sent are not told.
    private static final String FIND = """
            select i.id, cardinality(c.files) as pinned, f.filename, f.content_type, f.size_bytes, f.content_hash
            from app.test_run_item i
            join app.test_run r on r.id = i.test_run_id
            join app.test_content c on c.content_hash = i.content_hash and c.files <> '{}'
            cross join lateral (
                select u.hash, count(*) as times
                from unnest(c.files) as u (hash)
                group by u.hash
                order by u.hash
                limit :most) w
            left join lateral (
                select f.*
                from app.file f
                where f.content_hash = w.hash and f.entity_type = 'Test' and f.entity_id = i.tested_id
                order by coalesce(f.deleted_at, 'infinity') > r.created_at desc, f.created_at, f.id
                limit least(w.times, :most)) f on true
            where i.id = any(:ids)
            order by i.id, f.position, f.id
            """;

    private final JdbcClient database;

    ItemFileQueries(JdbcClient database) {
        this.database = database;
    }

    /// Returns the items with their files.
    List<Item> complete(List<Item> items) {
        Map<UUID, ItemFiles> files = new HashMap<>();
        database.sql(FIND)
                .param("most", Enclosure.MAX_COUNT + 1)
                .param("ids", items.stream().map(Item::id).toArray(UUID[]::new))
                .query(row -> {
                    add(files, row);
                });
        return items.stream()
                .map(item -> item.with(files.getOrDefault(item.id(), ItemFiles.NONE)))
                .toList();
    }

    private static void add(Map<UUID, ItemFiles> files, ResultSet row) throws SQLException {
        int count = row.getInt("pinned");
        ItemFiles known =
                files.computeIfAbsent(row.getObject("id", UUID.class), id -> new ItemFiles(new ArrayList<>(), count));
        String filename = row.getString("filename");
        if (filename != null) {
            known.found()
                    .add(new AttachedFile(
                            filename,
                            row.getString("content_type"),
                            row.getLong("size_bytes"),
                            row.getString("content_hash")));
        }
    }
}
