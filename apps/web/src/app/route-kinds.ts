import { createRootRoute, createRoute, type RouteComponent } from '@tanstack/react-router';
import { Failed, NotFound } from './astray';
import { Shell } from './shell';

/** What all pages stand in. */
export const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: Failed,
});

/** A page at a path that asks for nothing more. */
export const at = <const P extends string>(path: P, component: RouteComponent) =>
  createRoute({ getParentRoute: () => root, path, component });

/** The same, of what stands in its address. */
export const asked = <const P extends string, S extends object>(
  path: P,
  validateSearch: (search: Record<string, unknown>) => S,
  component: RouteComponent,
) => createRoute({ getParentRoute: () => root, path, validateSearch, component });
