package ai.rhesis.backend.integration.connector;

import ai.rhesis.backend.platform.egress.CallException;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// The calls of functions and metrics in connected programs, from any node.
@Component
public class ConnectorCalls {

    /// Calls a function of the newest connection of a service and waits for its result.
    ///
    /// @throws CallException `sdk_not_connected` when no program is connected, `sdk_disconnected` when it leaves
    /// before it answers, `sdk_timeout`, or `sdk_function_error` with the words of the function
    public FunctionReply callFunction(FunctionCall call, Duration timeout) {
        throw CallException.sdk(
                CallException.Reason.SDK_NOT_CONNECTED,
                "no program of the SDK is connected for the " + call.service().environment()
                        + " environment of this project");
    }

    /// Calls a metric and waits for its score.
    ///
    /// @throws CallException as [#callFunction]
    public MetricReply callMetric(MetricCall call, Duration timeout) {
        throw CallException.sdk(
                CallException.Reason.SDK_NOT_CONNECTED,
                "no program with the metric " + call.metric() + " is connected");
    }
}
