package ai.rhesis.backend.platform.persistence;

import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.bytecode.internal.none.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.service.spi.ServiceContributor;

/// The choice of entities without generated classes.
///
/// Links between features are ids, so nothing is loaded lazily and no entity needs a proxy. Generating a proxy and
/// accessors for each of them took a part of every start, and memory afterwards.
public final class PlainEntities implements ServiceContributor {

    @Override
    public void contribute(StandardServiceRegistryBuilder services) {
        services.addService(BytecodeProvider.class, new BytecodeProviderImpl());
    }
}
