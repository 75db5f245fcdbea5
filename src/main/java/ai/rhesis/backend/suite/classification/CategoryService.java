package ai.rhesis.backend.suite.classification;

import ai.rhesis.backend.annotation.typelookup.TypeLookupService;
import org.springframework.stereotype.Service;

/// The categories of an organization.
@Service
public class CategoryService extends ClassificationService<Category> {

    CategoryService(CategoryRepository categories, TypeLookupService lookups) {
        super(ClassificationFields.CATEGORIES, categories, lookups, Category::new);
    }
}
