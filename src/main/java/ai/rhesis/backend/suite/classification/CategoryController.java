package ai.rhesis.backend.suite.classification;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/categories")
class CategoryController extends ClassificationController<Category> {

    CategoryController(CategoryService categories) {
        super(categories);
    }
}
