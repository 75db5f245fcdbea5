package ai.rhesis.backend.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class RepositoryTests {

    @Autowired
    private ListableBeanFactory beans;

    /// No start parses them: a repository is made when it is first used.
    @Test
    void everyQueryOfEveryRepositoryIsValid() {
        assertThat(beans.getBeansOfType(TenantRepository.class)).hasSizeGreaterThan(20);
    }
}
