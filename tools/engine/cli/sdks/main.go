// Command sdks reads a Pulumi package schema from standard input, validates it as the engine does, and writes the SDKs of
// Node, Python and Go below the folder that is its argument. Without an argument it only validates.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/blang/semver"
	golang "github.com/pulumi/pulumi/pkg/v3/codegen/go"
	"github.com/pulumi/pulumi/pkg/v3/codegen/nodejs"
	"github.com/pulumi/pulumi/pkg/v3/codegen/python"
	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
)

const tool = "pulumi-callab"

// noOthers loads nothing: the schema refers to no other package.
type noOthers struct{}

var errNoOthers = errors.New("the schema must not refer to another package")

func (noOthers) LoadPackage(string, *semver.Version) (*schema.Package, error) { return nil, errNoOthers }

func (noOthers) LoadPackageV2(context.Context, *schema.PackageDescriptor) (*schema.Package, error) {
	return nil, errNoOthers
}

func (noOthers) LoadPackageReference(string, *semver.Version) (schema.PackageReference, error) {
	return nil, errNoOthers
}

func (noOthers) LoadPackageReferenceV2(context.Context, *schema.PackageDescriptor) (schema.PackageReference, error) {
	return nil, errNoOthers
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	var spec schema.PackageSpec
	if err := json.NewDecoder(os.Stdin).Decode(&spec); err != nil {
		return err
	}
	pkg, diagnostics, err := schema.BindSpec(spec, noOthers{}, schema.ValidationOptions{})
	if err != nil {
		return err
	}
	// A warning of the binder is a mistake in the schema as well.
	if len(diagnostics) > 0 {
		return diagnostics
	}
	if len(args) == 0 {
		return nil
	}
	for _, language := range []struct {
		name     string
		generate func() (map[string][]byte, error)
	}{
		{"nodejs", func() (map[string][]byte, error) {
			return nodejs.GeneratePackage(tool, pkg, nil, nil, false, noOthers{})
		}},
		{"python", func() (map[string][]byte, error) { return python.GeneratePackage(tool, pkg, nil, noOthers{}) }},
		{"go", func() (map[string][]byte, error) { return golang.GeneratePackage(tool, pkg, nil) }},
	} {
		files, err := language.generate()
		if err != nil {
			return fmt.Errorf("%s: %w", language.name, err)
		}
		if err := write(filepath.Join(args[0], language.name), files); err != nil {
			return err
		}
	}
	return nil
}

func write(folder string, files map[string][]byte) error {
	for name, content := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}
