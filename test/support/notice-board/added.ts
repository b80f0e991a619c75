import { registerHooks } from 'node:module';

/** Loaded before the product: wherever that asks for its list of capabilities, it gets the one with the notice board. */
const list = new URL('../../../apps/runtime/src/capabilities.js', import.meta.url).href;
const longer = new URL('./capabilities.js', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    return found.url === list && context.parentURL !== longer ? { ...found, url: longer } : found;
  },
});
