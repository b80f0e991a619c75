import type { Abstract, FactoryProvider, InjectionToken, Type } from '@nestjs/common';

type Token<T> = Type<T> | Abstract<T> | symbol;
type Tokens<A extends readonly unknown[]> = { readonly [K in keyof A]: Token<A[K]> };

/** As Nest types the factories of its providers; not one of them is awaited here. */
type Make<T> = (...needs: Parameters<FactoryProvider['useFactory']>) => T;

/** Something that is made where it is wanted, with what it asks for: a class stands for its one instance, a symbol for a setting. */
export interface Made<T> {
  make: Make<T>;
  needs: readonly InjectionToken[];
}

/** Something made by a function; the types of what it asks for are checked against the function's. */
export const made = <A extends readonly unknown[], T>(
  make: (...needs: A) => T,
  ...needs: Tokens<A>
): Made<T> => ({ make, needs });

/** A service of a capability: one instance of a class, made by Nest with what its constructor asks for. */
export const service = <A extends readonly unknown[], T>(
  provide: new (...needs: A) => T,
  ...needs: Tokens<A>
): FactoryProvider<T> => ({
  provide,
  useFactory: (...given: [...A]) => new provide(...given),
  inject: [...needs],
});
