import { readFileSync } from 'node:fs';
import { WEB } from '../officials-pages.js';

const STYLE = 'src/portal/portal.css';
const ICON = 'src/ui/seal.svg';

/** What the citizens' pages load, each by a name that holds its hash. */
export interface Assets {
  style: string;
  icon: string;
  script(name: ScriptName): string;
}

/** The scripts of the pages; every page but the proof works without. */
export type ScriptName = 'receipt' | 'proof';

/** Reads what the build of the web named its files; fails where it lacks one of them. */
export function assetsOf(manifest: unknown): Assets {
  const at = (source: string): string => {
    const file = (manifest as Record<string, { file?: unknown } | undefined>)[source]?.file;
    if (typeof file !== 'string') throw new Error(`the build of the web holds no ${source}`);
    return `/app/${file}`;
  };
  return { style: at(STYLE), icon: at(ICON), script: (name) => at(`src/portal/${name}.ts`) };
}

let built: Assets | undefined;
/** As the build that this service runs from named them. */
export const builtAssets = (): Assets =>
  (built ??= assetsOf(JSON.parse(readFileSync(`${WEB}manifest.json`, 'utf8')) as unknown));
