package ai.rhesis.backend.trace.store.digest;

import ai.rhesis.backend.platform.persistence.Columns;
import ai.rhesis.backend.trace.store.reading.ToldLinks;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Many traces, column by column.
record TraceColumns(
        @Nullable UUID[] ids,
        @Nullable UUID[] projectIds,
        @Nullable String[] traceIds,
        @Nullable Long[] starts,
        @Nullable Long[] ends,
        @Nullable Integer[] spanCounts,
        @Nullable Integer[] errorCounts,
        @Nullable Integer[] refusedCounts,
        @Nullable Long[] tokens,
        @Nullable Long[] costs,
        @Nullable String[] conversationIds,
        @Nullable UUID[] rootIds,
        @Nullable Boolean[] rooted,
        @Nullable String[] rootNames,
        @Nullable String[] rootKinds,
        @Nullable Long[] rootStarts,
        @Nullable Long[] rootEnds,
        @Nullable String[] rootStatuses,
        @Nullable String[] rootMessages,
        @Nullable String[] rootInputs,
        @Nullable String[] environments,
        @Nullable UUID[] runIds,
        @Nullable UUID[] testIds,
        @Nullable UUID[] resultIds,
        @Nullable UUID[] configurationIds,
        @Nullable UUID[] endpointIds,
        @Nullable String[] endpointNames,
        @Nullable String[] endpointUrls,
        @Nullable String[] searchTexts) {

    static TraceColumns of(List<TraceDigest> traces) {
        return of(
                traces,
                traces.stream().map(TraceDigest::root).toList(),
                traces.stream().map(TraceDigest::links).toList());
    }

    private static TraceColumns of(List<TraceDigest> traces, List<TraceRoot> roots, List<ToldLinks> links) {
        return new TraceColumns(
                Columns.uuids(traces, TraceDigest::id),
                Columns.uuids(traces, trace -> trace.key().projectId()),
                Columns.texts(traces, trace -> trace.key().traceId()),
                Columns.micros(traces, TraceDigest::startTime),
                Columns.micros(traces, TraceDigest::endTime),
                Columns.numbers(traces, TraceDigest::spanCount),
                Columns.numbers(traces, TraceDigest::errorCount),
                Columns.numbers(traces, TraceDigest::refusedCount),
                Columns.longs(traces, TraceDigest::totalTokens),
                Columns.longs(traces, TraceDigest::costNanos),
                Columns.texts(traces, TraceDigest::conversationId),
                Columns.uuids(roots, TraceRoot::id),
                Columns.truths(roots, TraceRoot::isRoot),
                Columns.texts(roots, TraceRoot::name),
                Columns.texts(roots, TraceRoot::kind),
                Columns.micros(roots, TraceRoot::startTime),
                Columns.micros(roots, TraceRoot::endTime),
                Columns.texts(roots, TraceRoot::statusCode),
                Columns.texts(roots, TraceRoot::statusMessage),
                Columns.texts(roots, TraceRoot::input),
                Columns.texts(roots, TraceRoot::environment),
                Columns.uuids(links, ToldLinks::testRunId),
                Columns.uuids(links, ToldLinks::testId),
                Columns.uuids(links, ToldLinks::testResultId),
                Columns.uuids(links, ToldLinks::testConfigurationId),
                Columns.uuids(links, ToldLinks::endpointId),
                Columns.texts(links, ToldLinks::endpointName),
                Columns.texts(links, ToldLinks::endpointUrl),
                Columns.texts(traces, TraceDigest::searchText));
    }
}
