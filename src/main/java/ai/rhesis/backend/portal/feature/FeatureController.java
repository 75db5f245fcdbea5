package ai.rhesis.backend.portal.feature;

import ai.rhesis.backend.annotation.file.FileUpload;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FeatureController {

    private final FileUpload uploads;

    FeatureController(FileUpload uploads) {
        this.uploads = uploads;
    }

    @GetMapping("/features")
    FeaturesResponse features() {
        return FeaturesResponse.of(uploads.limits());
    }
}
