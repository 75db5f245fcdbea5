package ai.rhesis.backend.run.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.KeptRuns;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The pairs of comparisons that nobody has asked for in a while.
@IntegrationTest
class ForgottenPairsApiTests {

    private static final String AGE = """
            update app.pairing set used_at = now() - make_interval(days => ?) where candidate_run_id = ?
            """;
    private static final String PAIRS = """
            select count(*)
            from app.paired_test p
            join app.pairing g on g.organization_id = p.organization_id and g.id = p.pairing_id
            where g.candidate_run_id = ?
            """;

    private static final String FILL = """
            insert into app.comparison (organization_id, id, created_at, user_id, pairing_id, body)
            select k.organization_id, gen_random_uuid(), k.created_at - i * interval '1 microsecond', k.user_id, k.pairing_id,
                   k.body
            from app.comparison k
            cross join generate_series(1, 1000) i
            where k.id = ?
            """;
    private static final String COUNTS = """
            select (select count(*) from app.comparison k where k.pairing_id = g.id)
            from app.pairing g
            where g.candidate_run_id = ?
            """;

    @Autowired
    Organizations organizations;

    Api api;
    KeptRuns runs;
    String before;
    String after;
    Answer comparison;
    Answer tests;

    @BeforeEach
    void aComparison() {
        api = organizations.create();
        runs = new KeptRuns(api, 4);
        before = runs.run("pppp");
        after = runs.run("fppp");
        comparison = compare(after);
        tests = tests();
    }

    @Test
    void pairsStayForThirtyDaysAfterTheirLastUse() throws SQLException {
        age(29);
        compare(runs.run("ppff"));
        assertThat(pairs()).isEqualTo(4);

        age(31);
        compare(runs.run("ffff"));
        assertThat(pairs()).isZero();
    }

    @Test
    void readingThemIsAUse() throws SQLException {
        age(31);
        tests();
        compare(runs.run("ppff"));

        assertThat(pairs()).isEqualTo(4);
    }

    @Test
    void forgottenPairsAreMadeAnewForWhoeverAsks() throws SQLException {
        forget();

        assertThat(api.get("/comparisons/" + comparison.id()).json()).isEqualTo(comparison.json());
        assertThat(tests().json()).isEqualTo(tests.json());
        assertThat(pairs()).isEqualTo(4);

        forget();
        assertThat(compare(after).json()).isEqualTo(comparison.json());
        assertThat(pairs()).isEqualTo(4);
    }

    @Test
    void forgottenPairsOfResultsThatChangedAreGone() throws SQLException {
        forget();
        runs.repeat(after, runs.tests().getFirst(), 'p', 2);

        assertThat(tests().status()).isEqualTo(410);
        assertThat(tests().text("detail")).contains("30 days").contains("compare them again");
        assertThat(api.get("/comparisons/" + comparison.id()).json()).isEqualTo(comparison.json());
        assertThat(organizations
                        .create()
                        .get("/comparisons/" + comparison.id() + "/tests")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aRunKeepsItsNewestAnswers() throws SQLException {
        forget();
        runs.repeat(after, runs.tests().getFirst(), 'p', 2);
        Answer newer = compare(after);
        fill(newer);

        Answer newest = api.post("/test_runs/" + after + "/compare", Map.of("baseline", before, "alpha", 0.01));

        assertThat(api.get("/comparisons/" + newest.id()).json()).isEqualTo(newest.json());
        assertThat(api.get("/comparisons/" + newer.id()).json()).isEqualTo(newer.json());
        assertThat(api.get("/comparisons/" + comparison.id()).status()).isEqualTo(404);
        assertThat(answers())
                .as("the pairing that had neither pairs nor answers is gone")
                .containsExactly(1_000L);
    }

    /// Adds a thousand answers that are a little older, and newer than what was there before.
    private void fill(Answer like) throws SQLException {
        try (Connection connection = owner();
                PreparedStatement insert = connection.prepareStatement(FILL)) {
            insert.setObject(1, UUID.fromString(like.id()));
            assertThat(insert.executeUpdate()).isEqualTo(1_000);
        }
    }

    private List<Long> answers() throws SQLException {
        try (Connection connection = owner();
                PreparedStatement query = connection.prepareStatement(COUNTS)) {
            query.setObject(1, UUID.fromString(after));
            List<Long> counts = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    counts.add(rows.getLong(1));
                }
            }
            return counts;
        }
    }

    private void forget() throws SQLException {
        age(31);
        compare(runs.run("ffff"));
        assertThat(pairs()).isZero();
    }

    private Answer compare(String run) {
        return api.post("/test_runs/" + run + "/compare", Map.of("baseline", before));
    }

    private Answer tests() {
        return api.get("/comparisons/" + comparison.id() + "/tests");
    }

    private void age(int days) throws SQLException {
        try (Connection connection = owner();
                PreparedStatement update = connection.prepareStatement(AGE)) {
            update.setInt(1, days);
            update.setObject(2, UUID.fromString(after));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private long pairs() throws SQLException {
        try (Connection connection = owner();
                PreparedStatement query = connection.prepareStatement(PAIRS)) {
            query.setObject(1, UUID.fromString(after));
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static Connection owner() throws SQLException {
        return TestDatabase.shared().connect(TestDatabase.shared().superuser());
    }
}
