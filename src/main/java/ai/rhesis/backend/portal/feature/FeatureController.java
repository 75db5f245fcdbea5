package ai.rhesis.backend.portal.feature;

import ai.rhesis.backend.annotation.file.FileUpload;
import ai.rhesis.backend.platform.mail.Mailer;
import ai.rhesis.backend.platform.security.AcrossProjects;
import ai.rhesis.backend.platform.security.WithoutOrganization;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FeatureController {

    private final FileUpload uploads;
    private final Mailer mailer;
    private final boolean isLocal;

    FeatureController(FileUpload uploads, Mailer mailer, @Value("${rhesis.embedded-database:false}") boolean isLocal) {
        this.uploads = uploads;
        this.mailer = mailer;
        this.isLocal = isLocal;
    }

    @WithoutOrganization
    @AcrossProjects
    @GetMapping("/features")
    FeaturesResponse features() {
        return FeaturesResponse.of(uploads.limits(), isLocal, mailer.isOn());
    }
}
