package ai.rhesis.backend.classification;

import ai.rhesis.backend.query.Fields;
import ai.rhesis.backend.tag.TagService;
import ai.rhesis.backend.typelookup.TypeLookupService;
import org.springframework.stereotype.Service;

/// The categories of an organization.
@Service
public class CategoryService extends ClassificationService<Category> {

    private static final Fields FIELDS = fields("categories").with(TagService.linksOf(Category.class));

    CategoryService(CategoryRepository categories, TypeLookupService lookups) {
        super(FIELDS, categories, lookups, Category::new);
    }
}
