package ai.rhesis.backend.suite.classification;

import ai.rhesis.backend.annotation.tag.TagService;
import ai.rhesis.backend.annotation.typelookup.TypeLookupService;
import ai.rhesis.backend.platform.query.Fields;
import org.springframework.stereotype.Service;

/// The categories of an organization.
@Service
public class CategoryService extends ClassificationService<Category> {

    private static final Fields FIELDS = fields("categories").with(TagService.linksOf(Category.class));

    CategoryService(CategoryRepository categories, TypeLookupService lookups) {
        super(FIELDS, categories, lookups, Category::new);
    }
}
