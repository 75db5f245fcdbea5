package ai.rhesis.backend.run.review;

import ai.rhesis.backend.platform.query.ListRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
@RequestMapping("/annotations")
class AnnotationController {

    private final AnnotationService annotations;

    AnnotationController(AnnotationService annotations) {
        this.annotations = annotations;
    }

    @GetMapping
    ResponseEntity<List<AnnotationView>> list(WebRequest request) {
        return annotations
                .list(AnnotationFilter.of(request), ListRequest.of(request::getParameter))
                .toResponse();
    }
}
