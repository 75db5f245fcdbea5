package ai.rhesis.backend.portal.home;

import ai.rhesis.backend.platform.security.Public;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HomeController {

    private final HomeResponse home;

    HomeController(ObjectProvider<BuildProperties> build) {
        home = HomeResponse.of(build.getIfAvailable());
    }

    @Public
    @GetMapping("/")
    HomeResponse welcome() {
        return home;
    }
}
