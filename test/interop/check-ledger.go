// Checks a published ledger (a folder, or its address) with Go's own readers of transparency logs, which share nothing
// with this project: the signature of its checkpoint, its tiles, its whole tree from its entries, the inclusion of its
// entries, and that its first part is a part of the whole.
//
//	go run check-ledger.go <folder or address> <verifier key>
package main

import (
	"encoding/binary"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	tileHeight = 8 // C2SP tlog-tiles: 256 hashes wide
	tileWidth  = 1 << tileHeight
	mostProofs = 1000
)

func main() {
	if len(os.Args) != 3 {
		fail(fmt.Errorf("usage: check-ledger <folder or address> <verifier key>"))
	}
	read := readFrom(strings.TrimSuffix(os.Args[1], "/"))
	tree, err := openCheckpoint(read, os.Args[2])
	fail(err)
	entries, err := readEntries(read, tree.N)
	fail(err)
	stored, err := growTree(entries)
	fail(err)
	root, err := tlog.TreeHash(tree.N, stored)
	fail(err)
	if root != tree.Hash {
		fail(fmt.Errorf("the entries make root %v, the checkpoint says %v", root, tree.Hash))
	}
	published := tlog.TileHashReader(tree, &tiles{read: read, kept: map[string][]byte{}})
	proofs, err := checkInclusion(tree, published, entries)
	fail(err)
	fail(checkConsistency(tree, published, stored))
	fmt.Printf("ok: %d entries, signature, root, tiles, %d inclusion proofs, consistency\n", tree.N, proofs)
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// A reader gives what a ledger publishes under a path.
type reader func(path string) ([]byte, error)

func readFrom(place string) reader {
	if !strings.HasPrefix(place, "http") {
		return func(path string) ([]byte, error) { return os.ReadFile(filepath.Join(place, path)) }
	}
	return func(path string) ([]byte, error) {
		answer, err := http.Get(place + "/" + path)
		if err != nil {
			return nil, err
		}
		defer answer.Body.Close()
		if answer.StatusCode != http.StatusOK {
			return nil, fmt.Errorf("%s: %s", path, answer.Status)
		}
		return io.ReadAll(answer.Body)
	}
}

// openCheckpoint answers the size and root that the holder of the key has signed.
func openCheckpoint(read reader, key string) (tlog.Tree, error) {
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return tlog.Tree{}, err
	}
	signed, err := read("checkpoint")
	if err != nil {
		return tlog.Tree{}, err
	}
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("the checkpoint is not of %s", verifier.Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

// readEntries reads all entry bundles: each entry behind its length in two bytes.
func readEntries(read reader, size int64) ([][]byte, error) {
	var entries [][]byte
	for n := int64(0); n*tileWidth < size; n++ {
		width := size - n*tileWidth
		if width > tileWidth {
			width = tileWidth
		}
		bundle, err := read(tilePath("entries", n, int(width)))
		if err != nil {
			return nil, err
		}
		for i := int64(0); i < width; i++ {
			if len(bundle) < 2 || len(bundle)-2 < int(binary.BigEndian.Uint16(bundle)) {
				return nil, fmt.Errorf("bundle %d is cut short", n)
			}
			length := int(binary.BigEndian.Uint16(bundle))
			entries = append(entries, bundle[2:2+length])
			bundle = bundle[2+length:]
		}
		if len(bundle) > 0 {
			return nil, fmt.Errorf("bundle %d has %d bytes too many", n, len(bundle))
		}
	}
	return entries, nil
}

// hashes are all of a tree's, in the order in which tlog stores them.
type hashes []tlog.Hash

func (stored hashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		found[i] = stored[index]
	}
	return found, nil
}

func growTree(entries [][]byte) (hashes, error) {
	var stored hashes
	for n, entry := range entries {
		added, err := tlog.StoredHashes(int64(n), entry, stored)
		if err != nil {
			return nil, err
		}
		stored = append(stored, added...)
	}
	return stored, nil
}

// checkInclusion proves entries by the published tiles alone: all, or of a long log some all over it.
func checkInclusion(tree tlog.Tree, published tlog.HashReader, entries [][]byte) (int, error) {
	step, proofs := tree.N/mostProofs+1, 0
	for n := int64(0); n < tree.N; n += step {
		proof, err := tlog.ProveRecord(tree.N, n, published)
		if err != nil {
			return proofs, err
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, n, tlog.RecordHash(entries[n])); err != nil {
			return proofs, fmt.Errorf("entry %d: %w", n, err)
		}
		proofs++
	}
	return proofs, nil
}

// checkConsistency proves that the log's first half is the beginning of the whole.
func checkConsistency(tree tlog.Tree, published tlog.HashReader, stored hashes) error {
	half := tree.N/2 + 1
	before, err := tlog.TreeHash(half, stored)
	if err != nil {
		return err
	}
	proof, err := tlog.ProveTree(tree.N, half, published)
	if err != nil {
		return err
	}
	return tlog.CheckTree(proof, tree.N, tree.Hash, half, before)
}

// tiles reads tiles where C2SP tlog-tiles puts them; what they hold is checked against the tree by tlog.
type tiles struct {
	read reader
	kept map[string][]byte
}

func (t *tiles) Height() int { return tileHeight }

func (t *tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	found := make([][]byte, len(wanted))
	for i, tile := range wanted {
		path := tilePath(strconv.Itoa(tile.L), tile.N, tile.W)
		if t.kept[path] == nil {
			content, err := t.read(path)
			if err != nil {
				return nil, err
			}
			t.kept[path] = content
		}
		found[i] = t.kept[path]
	}
	return found, nil
}

func (t *tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func tilePath(level string, n int64, width int) string {
	path := fmt.Sprintf("%03d", n%1000)
	for rest := n / 1000; rest > 0; rest /= 1000 {
		path = fmt.Sprintf("x%03d/%s", rest%1000, path)
	}
	if width < tileWidth {
		path += ".p/" + strconv.Itoa(width)
	}
	return "tile/" + level + "/" + path
}
