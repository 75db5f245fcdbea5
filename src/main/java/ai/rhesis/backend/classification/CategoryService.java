package ai.rhesis.backend.classification;

import ai.rhesis.backend.typelookup.TypeLookupService;
import org.springframework.stereotype.Service;

/// The categories of an organization.
@Service
public class CategoryService extends ClassificationService<Category> {

    CategoryService(CategoryRepository categories, TypeLookupService lookups) {
        super(categories, lookups, Category::new);
    }
}
