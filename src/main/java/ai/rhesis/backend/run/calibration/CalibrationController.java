package ai.rhesis.backend.run.calibration;

import ai.rhesis.backend.platform.problem.Problem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The calibration of a metric, under the path of metrics, which know nothing of results.
@RestController
@RequestMapping("/metrics/{id}")
class CalibrationController {

    private final CalibrationService calibrations;

    CalibrationController(CalibrationService calibrations) {
        this.calibrations = calibrations;
    }

    @GetMapping("/calibration")
    CalibrationResponse calibration(
            @PathVariable UUID id,
            @RequestParam(name = "test_run_ids", required = false) @Nullable List<UUID> testRunIds,
            @RequestParam(name = "min_labels", defaultValue = "" + CalibrationService.DEFAULT_MIN_LABELS) int minLabels,
            @RequestParam(name = "min_kappa", defaultValue = "" + CalibrationService.DEFAULT_MIN_KAPPA)
                    double minKappa) {
        if (minLabels < 1) {
            throw Problem.badRequest("min_labels", "min_labels must be at least 1")
                    .exception();
        }
        if (!(minKappa >= -1 && minKappa <= 1)) {
            throw Problem.badRequest("min_kappa", "min_kappa must be between -1 and 1")
                    .exception();
        }
        Calibration calibration = calibrations.of(id, testRunIds);
        return CalibrationResponse.of(calibration, calibration.status(minLabels, minKappa));
    }
}
