import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { execFileSync } from 'node:child_process';
import ts from 'typescript';

/**
 * Lists exports that no other file imports, and exits 1 if there are any. Written here because the usual tool's native
 * parsers leave a lock file with which `npm ci` fails (docs/decisions/0001-the-ground.md). Tests count as importers:
 * an export that only a test needs is part of a contract.
 */
const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx', '*.mjs'], {
  encoding: 'utf8',
});
const files = listed.split('\n').filter((file) => existsSync(file) && !file.endsWith('.d.ts'));

/** Called by the tools themselves: vitest calls a global setup by its name. */
const CALLED_BY_TOOLS = new Set([
  'tests/compiled-code.ts: setup',
  'tests/build-the-tab.ts: setup',
  'tests/conformance/check-the-record.ts: setup',
]);

const exported = new Map<string, Set<string>>();
const imported = new Map<string, Set<string>>();

function note(map: Map<string, Set<string>>, file: string, name: string): void {
  const names = map.get(file) ?? new Set();
  map.set(file, names.add(name));
}

function isExported(node: ts.Node): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((m) => m.kind === ts.SyntaxKind.ExportKeyword);
}

function target(file: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? resolve(dirname(file), specifier) : undefined;
}

function read(file: string): void {
  const path = resolve(file);
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const from = target(path, node.moduleSpecifier.text);
      const bindings = node.importClause?.namedBindings;
      if (from !== undefined && bindings !== undefined) {
        if (ts.isNamedImports(bindings))
          for (const e of bindings.elements) note(imported, from, (e.propertyName ?? e.name).text);
        else note(imported, from, '*');
      }
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      const from = argument !== undefined && ts.isStringLiteral(argument) ? target(path, argument.text) : undefined;
      if (from !== undefined) note(imported, from, '*');
    } else if (isExported(node)) {
      if (ts.isVariableStatement(node)) {
        for (const d of node.declarationList.declarations)
          if (ts.isIdentifier(d.name)) note(exported, path, d.name.text);
      } else if (
        ts.isFunctionDeclaration(node) ||
        ts.isClassDeclaration(node) ||
        ts.isInterfaceDeclaration(node) ||
        ts.isTypeAliasDeclaration(node)
      ) {
        if (node.name !== undefined) note(exported, path, node.name.text);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

files.forEach(read);

// A type that stands in the signature of an exported function is part of that function's contract.
function standsInOwnFile(path: string, name: string): boolean {
  const uses = readFileSync(path, 'utf8').match(new RegExp(`\\b${name}\\b`, 'g')) ?? [];
  return uses.length > 1;
}

const unused = [...exported].flatMap(([path, names]) => {
  const used = imported.get(path) ?? new Set<string>();
  if (used.has('*')) return [];
  return [...names]
    .filter((name) => !used.has(name) && !(/^[A-Z]/.test(name) && standsInOwnFile(path, name)))
    .map((name) => `${path.slice(process.cwd().length + 1)}: ${name}`);
});

const nobodys = unused.filter((line) => !CALLED_BY_TOOLS.has(line));
for (const line of nobodys) console.error(`unused export  ${line}`);
if (nobodys.length > 0) process.exit(1);
