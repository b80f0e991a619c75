import { isConsistent, rootFromPath } from '../verify/check-proof.js';
import { GrowingRoot } from '../verify/growing-root.js';
import { grow, type RightEdge } from './growth.js';
import { leafHash } from './hash.js';
import { NaiveTree, naiveLeaf } from './naive-tree.js';
import { TiledTree } from './proof.js';

/** A tree grown in steps of some size, its tiles kept in memory. */
function grown(leaves: Buffer[], step: number) {
  const tiles = new Map<string, Buffer>();
  let edge: RightEdge = [];
  for (let size = 0; size < leaves.length; size += step) {
    const result = grow(edge, size, leaves.slice(size, size + step));
    for (const { level, number, hashes } of result.tiles)
      tiles.set(`${level}/${number}`, Buffer.from(hashes));
    edge = result.edge;
  }
  return (size: number) =>
    new TiledTree(size, async (level, number, width) => {
      const tile = tiles.get(`${level}/${number}`);
      if (!tile || tile.length < width * 32) throw new Error(`tile ${level}/${number} is not ${width} wide`);
      return tile.subarray(0, width * 32);
    });
}
const hex = (hashes: Buffer[]) => hashes.map((hash) => hash.toString('hex'));
const numbered = (n: number) => Array.from({ length: n }, (_, i) => leafHash(Buffer.from(`leaf ${i}`)));

describe('the published vectors of RFC 6962', () => {
  const leaves = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ].map((data) => leafHash(Buffer.from(data, 'hex')));
  const roots = [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];
  const tree = grown(leaves, 3);
  it('roots of the first n', async () => {
    const found = await Promise.all(roots.map((_, n) => tree(n).root()));
    expect(hex(found)).toEqual(roots);
  });
  it('the audit path of leaf 5 in the tree of 8, and two consistency proofs', async () => {
    expect(hex(await tree(8).inclusion(5))).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(hex(await tree(7).consistency(3))).toEqual([
      '0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7',
      '07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      '837dbb152e9b079010717e84e865da4ebc0fa198a806d59d31bf15accef22d0e',
    ]);
    expect(hex(await tree(8).consistency(6))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });
});

describe('trees of 1 to 300 leaves against the definitions', () => {
  const leaves = numbered(300);
  const tree = grown(leaves, 7);
  const naive = new NaiveTree(leaves);
  const same = (a: Buffer[], b: Buffer[]) => Buffer.concat(a).equals(Buffer.concat(b));
  it('hashes a leaf as the definition does', () =>
    expect(leafHash(Buffer.from('x'))).toEqual(naiveLeaf(Buffer.from('x'))));
  it('every root, every audit path, and each leads back to the root', async () => {
    const wrong: string[] = [];
    for (let n = 1; n <= 300; n += 1) {
      const [ours, root] = [tree(n), naive.root(n)];
      if (!(await ours.root()).equals(root)) wrong.push(`root of ${n}`);
      for (let m = 0; m < n; m += 1) {
        const path = await ours.inclusion(m);
        if (!same(path, naive.path(m, n))) wrong.push(`path of ${m} in ${n}`);
        if (!rootFromPath(m, n, leaves[m]!, path)?.equals(root)) wrong.push(`check of ${m} in ${n}`);
      }
    }
    expect(wrong).toEqual([]);
  });
  it('every consistency proof, and each holds for its trees alone', async () => {
    const wrong: string[] = [];
    for (let n = 1; n <= 300; n += 1) {
      const ours = tree(n);
      for (let m = 1; m <= n; m += 1) {
        const proof = await ours.consistency(m);
        if (!same(proof, naive.consistency(m, n))) wrong.push(`proof from ${m} to ${n}`);
        const [first, second] = [m, n].map((size) => ({ size, root: naive.root(size) }));
        if (!isConsistent(first!, second!, proof)) wrong.push(`check from ${m} to ${n}`);
        if (m < n && isConsistent({ size: m, root: naive.root(n) }, second!, proof))
          wrong.push(`forged ${m} to ${n}`);
      }
    }
    expect(wrong).toEqual([]);
  });
  it('a leaf or a size outside the tree is refused', () => {
    for (const index of [-1, 300, 1e9]) expect(() => tree(300).inclusion(index)).toThrow(RangeError);
    for (const old of [0, 301]) expect(() => tree(300).consistency(old)).toThrow(RangeError);
    expect(rootFromPath(8, 8, leaves[0]!, [])).toBeUndefined();
  });
});

describe('three levels of tiles', () => {
  const leaves = numbered(70_000);
  const tree = grown(leaves, 9_973);
  it('have the root that the verifier computes by itself, and its tiles', async () => {
    const tiles: string[] = [];
    const verifier = new GrowingRoot(
      async (level, number, hashes) => void tiles.push(`${level}/${number}:${hashes.length}`),
    );
    for (const leaf of leaves) await verifier.add(leaf);
    expect(await verifier.finish()).toEqual(await tree(70_000).root());
    expect(tiles.filter((tile) => !tile.endsWith(':256'))).toEqual(['0/273:112', '1/1:17', '2/0:1']);
    expect(tiles).toHaveLength(273 + 1 + 1 + 1 + 1);
  });
  it('prove what lies far apart', async () => {
    const root = await tree(70_000).root();
    for (const index of [0, 255, 256, 65_535, 65_536, 69_999])
      expect(rootFromPath(index, 70_000, leaves[index]!, await tree(70_000).inclusion(index))).toEqual(root);
    const first = { size: 65_537, root: await tree(65_537).root() };
    expect(isConsistent(first, { size: 70_000, root }, await tree(70_000).consistency(65_537))).toBe(true);
  });
});
