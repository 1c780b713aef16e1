// Replays a log with the tlog and note packages of golang.org/x/mod, none of which we wrote: signed checkpoint, every entry, every tile,
// inclusion and consistency proofs, and paths that must not be there.
package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"math/rand"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func fail(format string, a ...any) {
	fmt.Printf("FAILED: "+format+"\n", a...)
	os.Exit(1)
}

func get(url string) ([]byte, int) {
	answer, err := http.Get(url)
	if err != nil {
		fail("%v", err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		fail("%v", err)
	}
	return body, answer.StatusCode
}

func must(url string) []byte {
	body, status := get(url)
	if status != 200 {
		fail("%s answered %d", url, status)
	}
	return body
}

// tile/<level>/<x...>[.p/<w>] as C2SP tlog-tiles spells it.
func path(level string, n int64, width int) string {
	groups := fmt.Sprintf("%03d", n%1000)
	for n /= 1000; n > 0; n /= 1000 {
		groups = fmt.Sprintf("x%03d/%s", n%1000, groups)
	}
	if width < 256 {
		groups += fmt.Sprintf(".p/%d", width)
	}
	return "/tile/" + level + "/" + groups
}

func main() {
	if len(os.Args) != 2 {
		fail("usage: verify http://HOST/ledger")
	}
	prefix := strings.TrimRight(os.Args[1], "/")
	var known []note.Verifier
	for _, line := range strings.Fields(string(must(prefix + "/key"))) {
		verifier, err := note.NewVerifier(line)
		if err != nil {
			fail("key %s: %v", line, err)
		}
		known = append(known, verifier)
	}
	opened, err := note.Open(must(prefix+"/checkpoint"), note.VerifierList(known...))
	if err != nil {
		fail("checkpoint: %v", err)
	}
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		fail("size: %v", err)
	}
	var root tlog.Hash
	if root, err = tlog.ParseHash(lines[2]); err != nil {
		fail("root: %v", err)
	}
	fmt.Printf("checkpoint of %s, %d entries, signed by %s\n", lines[0], size, opened.Sigs[0].Name)

	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		hashes := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			hashes[i] = stored[index]
		}
		return hashes, nil
	})
	var records []tlog.Hash
	for bundle := int64(0); bundle*256 < size; bundle++ {
		width := int(min(256, size-bundle*256))
		body := must(prefix + path("entries", bundle, width))
		for row := 0; row < width; row++ {
			length := int(binary.BigEndian.Uint16(body))
			record := tlog.RecordHash(body[2 : 2+length])
			body = body[2+length:]
			more, err := tlog.StoredHashesForRecordHash(int64(len(records)), record, reader)
			if err != nil {
				fail("entry %d: %v", len(records), err)
			}
			records, stored = append(records, record), append(stored, more...)
		}
		if len(body) != 0 {
			fail("bundle %d has %d bytes too many", bundle, len(body))
		}
	}
	if computed, err := tlog.TreeHash(size, reader); err != nil || computed != root {
		fail("the entries have the root %v, the checkpoint says %v (%v)", computed, root, err)
	}
	fmt.Printf("replayed %d entries: root %v\n", size, root)

	tiles := 0
	for level := 0; size>>(8*level) > 0; level++ {
		count := size >> (8 * level)
		for n := int64(0); n*256 < count; n++ {
			width := int(min(256, count-n*256))
			body := must(prefix + path(strconv.Itoa(level), n, width))
			for row := 0; row < width; row++ {
				expected := stored[tlog.StoredHashIndex(8*level, n*256+int64(row))]
				if !bytes.Equal(body[row*32:row*32+32], expected[:]) {
					fail("tile %d/%d row %d", level, n, row)
				}
			}
			tiles++
		}
	}
	fmt.Printf("compared %d tiles\n", tiles)

	for i := 0; i < 1000; i++ {
		index, earlier := rand.Int63n(size), 1+rand.Int63n(size)
		proof, err := tlog.ProveRecord(size, index, reader)
		if err != nil || tlog.CheckRecord(proof, size, root, index, records[index]) != nil {
			fail("inclusion of %d", index)
		}
		before, _ := tlog.TreeHash(earlier, reader)
		growth, err := tlog.ProveTree(size, earlier, reader)
		if err != nil || tlog.CheckTree(growth, size, root, earlier, before) != nil {
			fail("consistency from %d", earlier)
		}
	}
	fmt.Println("checked 1000 inclusion and 1000 consistency proofs")

	for _, wrong := range []string{"/tile/0/0", "/tile/00/000", "/tile/0/x000/000", "/tile/0/000.p/0", "/tile/0/000.p/256", "/tile/64/000", "/tile/8/0/000",
		path("0", size>>8, int(size&255)+1), path("entries", (size>>8)+1, 256), "/tile/data/000"} {
		if _, status := get(prefix + wrong); status != 404 {
			fail("%s answered %d", wrong, status)
		}
	}
	fmt.Println("VERIFIED")
}

func min(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}
