package dev.latchkey.process;

import java.util.AbstractMap;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.function.SingletonSupplier;

/**
 * The beans that a diagram can name: the {@link BuildingBlocks}, nothing else. Beans are taken when
 * first named, because many of them need the engine that this map is part of.
 */
final class AllowedBeans extends AbstractMap<Object, Object> {
  private final ListableBeanFactory beans;
  private final Supplier<Set<String>> names;

  AllowedBeans(ListableBeanFactory beans) {
    this.beans = beans;
    this.names = SingletonSupplier.of(BuildingBlocks::beans);
  }

  @Override
  public boolean containsKey(Object name) {
    return name instanceof String text && names.get().contains(text);
  }

  @Override
  public Object get(Object name) {
    return containsKey(name) ? beans.getBean((String) name) : null;
  }

  @Override
  public Set<Object> keySet() {
    return Set.copyOf(names.get());
  }

  @Override
  public Set<Entry<Object, Object>> entrySet() {
    return names.get().stream()
        .map(name -> new SimpleImmutableEntry<Object, Object>(name, get(name)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
