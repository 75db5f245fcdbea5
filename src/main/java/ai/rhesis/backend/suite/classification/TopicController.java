package ai.rhesis.backend.suite.classification;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/topics")
class TopicController extends ClassificationController<Topic> {

    TopicController(TopicService topics) {
        super(topics);
    }
}
