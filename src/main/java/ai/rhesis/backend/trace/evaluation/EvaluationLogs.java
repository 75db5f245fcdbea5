package ai.rhesis.backend.trace.evaluation;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.resource.v1.Resource;
import java.util.List;

/// The message in which evaluations are sent on to a collector of logs.
final class EvaluationLogs {

    private static final Resource SERVICE = Resource.newBuilder()
            .addAttributes(KeyValue.newBuilder()
                    .setKey("service.name")
                    .setValue(AnyValue.newBuilder().setStringValue("rhesis")))
            .build();
    private static final InstrumentationScope SCOPE =
            InstrumentationScope.newBuilder().setName("ai.rhesis.evaluation").build();

    private EvaluationLogs() {}

    static ExportLogsServiceRequest of(List<Evaluation> evaluations) {
        if (evaluations.isEmpty()) {
            return ExportLogsServiceRequest.getDefaultInstance();
        }
        ScopeLogs.Builder logs = ScopeLogs.newBuilder().setScope(SCOPE);
        evaluations.forEach(evaluation -> logs.addLogRecords(evaluation.record()));
        return ExportLogsServiceRequest.newBuilder()
                .addResourceLogs(ResourceLogs.newBuilder().setResource(SERVICE).addScopeLogs(logs))
                .build();
    }
}
