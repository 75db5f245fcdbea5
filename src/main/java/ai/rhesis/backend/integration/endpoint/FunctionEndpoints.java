package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.integration.connector.FunctionRegistry;
import ai.rhesis.backend.integration.connector.RegisteredFunction;
import ai.rhesis.backend.integration.connector.SdkService;
import ai.rhesis.backend.integration.connector.SyncStats;
import ai.rhesis.backend.platform.persistence.StorableText;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.problem.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The endpoints of registered functions. Their mappings are checked on the bounded pool before a transaction begins;
/// a function that can't be registered is named and keeps no other from it.
@Component
class FunctionEndpoints implements FunctionRegistry {

    private static final int MAX_FUNCTIONS = 500;
    private static final int MAX_NAME = 200;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final FunctionRegistration registration;
    private final MappingWork mappings;

    FunctionEndpoints(FunctionRegistration registration, MappingWork mappings) {
        this.registration = registration;
        this.mappings = mappings;
    }

    @Override
    public SyncStats register(SdkService service, List<RegisteredFunction> functions) {
        List<String> errors = new ArrayList<>();
        Map<String, RegisteredFunction> sound = new LinkedHashMap<>();
        for (RegisteredFunction function : functions) {
            String mistake = mistakeOf(function, sound.size());
            if (mistake == null) {
                RegisteredFunction storable = storable(function);
                sound.put(storable.name(), storable);
            } else {
                errors.add(function.name() + ": " + mistake);
            }
        }
        List<String> names = functions.stream().map(RegisteredFunction::name).toList();
        SyncStats stats = registration.register(service, List.copyOf(sound.values()), names);
        return new SyncStats(stats.created(), stats.updated(), stats.markedInactive(), errors);
    }

    private @Nullable String mistakeOf(RegisteredFunction function, int before) {
        if (before == MAX_FUNCTIONS) {
            return "a program can register at most " + MAX_FUNCTIONS + " functions";
        }
        if (function.name().isBlank() || function.name().length() > MAX_NAME) {
            return "the name of a function must have 1 to " + MAX_NAME + " characters";
        }
        try {
            mappings.check(FunctionSettings.of(function));
            return null;
        } catch (ProblemException unusable) {
            return unusable.problem().detail() instanceof List<?> violations
                    ? violations.stream().map(FunctionEndpoints::text).collect(Collectors.joining("; "))
                    : unusable.problem().detail().toString();
        }
    }

    private static String text(Object violation) {
        return violation instanceof Violation named ? named.loc().getLast() + " " + named.msg() : violation.toString();
    }

    private static RegisteredFunction storable(RegisteredFunction function) {
        return JSON.treeToValue(StorableText.of(JSON.valueToTree(function)), RegisteredFunction.class);
    }
}
