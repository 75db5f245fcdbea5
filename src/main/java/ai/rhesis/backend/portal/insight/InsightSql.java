package ai.rhesis.backend.portal.insight;

/// Parts that the statements of several insights share. All of them are constants.
final class InsightSql {

    /// The measures that every entity has, summed over the groups of the inner select.
    static final String SUMS = """
                   cast(sum(g.count) as bigint) as count,
                   cast(sum(g.passed) as bigint) as passed,
                   cast(sum(g.failed) as bigint) as failed,
                   cast(sum(g.errors) as bigint) as errors,
                   cast(sum(g.latency_sum) as bigint) as latency_sum,
                   cast(sum(g.latency_count) as bigint) as latency_count,
                   cast(sum(g.cost) as bigint) as cost
            """;

    /// The condition that a result `r` counts: it is living and of a living run, or of no run, that the request may
    /// see, and its test is not in quarantine.
    static final String RESULT_COUNTS = """
            r.deleted_at is null
              and (r.test_run_id in (select n.id from app.test_run n where n.deleted_at is null)
                   or r.test_run_id is null
                      and r.test_configuration_id in (select c.id from app.test_configuration c))
            """ + outsideQuarantine("r.test_id");

    /// Errors, time and cost of results `r`, each where it is asked for.
    static final String SPENT = """
                         count(*) filter (where 'errors' = any(:measures) and r.verdict = 'Error') as errors,
                         sum(r.latency_millis) filter (where 'latency' = any(:measures)) as latency_sum,
                         count(r.latency_millis) filter (where 'latency' = any(:measures)) as latency_count,
                         sum(coalesce(r.cost_micros, 0) + coalesce(r.judge_cost_micros, 0)) filter (
                             where 'cost' = any(:measures)) as cost
            """;

    /// Errors, time and cost of the results `e` of a row.
    static final String SUMS_OF_RESULTS = """
                         coalesce(sum(e.errors), 0) as errors,
                         coalesce(sum(e.latency_sum), 0) as latency_sum,
                         coalesce(sum(e.latency_count), 0) as latency_count,
                         coalesce(sum(e.cost), 0) as cost
            """;

    /// Filters by the fields of a test `t`.
    static final String IS_WANTED_TEST = among("t.requirement_id", "requirement_ids")
            + among("t.category_id", "category_ids")
            + among("t.topic_id", "topic_ids")
            + among("t.test_type_id", "test_type_ids")
            + among("t.user_id", "user_ids")
            + among("t.assignee_id", "assignee_ids")
            + among("t.owner_id", "owner_ids")
            + among("t.prompt_id", "prompt_ids");

    /// The ids and names of what a test is about, where they are grouped by.
    static final String SUBJECTS = """
                   case when 'requirement' = any(:dimensions) then q.name end as requirement,
                   case when 'requirement_id' = any(:dimensions) then g.requirement_id end as requirement_id,
                   case when 'category' = any(:dimensions) then c.name end as category,
                   case when 'category_id' = any(:dimensions) then g.category_id end as category_id,
                   case when 'topic' = any(:dimensions) then o.name end as topic,
                   case when 'topic_id' = any(:dimensions) then g.topic_id end as topic_id,
            """;

    /// The ids of what a test `t` is about, where they or their names are grouped by.
    static final String SUBJECT_IDS = """
                         case when cast(:dimensions as text[]) && array['requirement', 'requirement_id']
                              then t.requirement_id end as requirement_id,
                         case when cast(:dimensions as text[]) && array['category', 'category_id']
                              then t.category_id end as category_id,
                         case when cast(:dimensions as text[]) && array['topic', 'topic_id']
                              then t.topic_id end as topic_id,
            """;

    /// The joins that give the groups the names of what their tests are about.
    static final String SUBJECT_NAMES = """
            left join app.requirement q on q.id = g.requirement_id
            left join app.category c on c.id = g.category_id
            left join app.topic o on o.id = g.topic_id
            """;

    private InsightSql() {}

    /// Filters by ids; a filter that is not set lets everything through.
    static String among(String column, String filter) {
        return """
              and (cast(:%1$s as uuid[]) is null or %2$s = any(cast(:%1$s as uuid[])))
            """.formatted(filter, column);
    }

    /// Filters by names; a filter that is not set lets everything through.
    static String amongNames(String column, String filter) {
        return """
              and (cast(:%1$s as text[]) is null or %2$s = any(cast(:%1$s as text[])))
            """.formatted(filter, column);
    }

    /// Leaves tests in quarantine out, which are in no figure. Their list is read once for all rows.
    static String outsideQuarantine(String testId) {
        return """
              and (%1$s is null
                   or %1$s not in (select q.test_id from app.current_quarantine q))
            """.formatted(testId);
    }

    /// Filters rows by the window of the question.
    static String madeInWindow(String row) {
        return """
              and (cast(:from as timestamptz) is null or %1$s.created_at >= :from)
              and (cast(:until as timestamptz) is null or %1$s.created_at <= :until)
            """.formatted(row);
    }

    /// Selects year, month and week (of ISO 8601) of rows, where they are grouped by.
    static String timeParts(String row) {
        return """
                         case when 'year' = any(:dimensions)
                              then cast(extract(year from %1$s.created_at at time zone 'UTC') as int) end as year,
                         case when 'month' = any(:dimensions)
                              then cast(extract(month from %1$s.created_at at time zone 'UTC') as int) end as month,
                         case when 'week' = any(:dimensions)
                              then to_char(%1$s.created_at at time zone 'UTC', 'IYYY-"W"IW') end as week,
            """.formatted(row);
    }

    /// Filters by the sets that hold a test and by its tags.
    static String inSetsAndTagged(String testId) {
        return """
              and (cast(:test_set_ids as uuid[]) is null
                   or %1$s in (select m.test_id
                               from app.test_set_test m
                               join app.test_set u on u.id = m.test_set_id and u.deleted_at is null
                               where m.test_set_id = any(cast(:test_set_ids as uuid[]))))
              and (cast(:tags as text[]) is null
                   or %1$s in (select i.entity_id
                               from app.tagged_item i
                               join app.tag a on a.id = i.tag_id and a.deleted_at is null
                               where i.entity_type = 'Test' and a.name = any(cast(:tags as text[]))))
            """.formatted(testId);
    }
}
