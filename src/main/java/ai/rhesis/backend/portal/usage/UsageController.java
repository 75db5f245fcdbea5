package ai.rhesis.backend.portal.usage;

import ai.rhesis.backend.platform.security.AcrossProjects;
import ai.rhesis.backend.platform.security.Capability;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/usage")
class UsageController {

    private final UsageService usage;

    UsageController(UsageService usage) {
        this.usage = usage;
    }

    @Capability("usage:read")
    @AcrossProjects
    @GetMapping
    UsageResponse now(@RequestParam(required = false) @Nullable LocalDate period) {
        return UsageResponse.of(usage.of(period));
    }

    @AcrossProjects
    @GetMapping("/history")
    UsageHistoryResponse history(@RequestParam(defaultValue = "6") @Min(1) @Max(24) int months) {
        return UsageHistoryResponse.of(usage.history(months));
    }
}
