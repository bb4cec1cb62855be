/** The parts of a JSON Schema that naming a column needs. */
export interface SchemaNode {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly anyOf?: readonly SchemaNode[];
  readonly required?: readonly string[];
  readonly description?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
}

/** Where a column's cells go, and what they are. */
export interface ColumnTarget {
  /** Property names and, for list items, the number the header gives. */
  readonly path: readonly (string | number)[];
  readonly leaf: SchemaNode;
  /** The column holds a whole list, its items parted by `|`. */
  readonly list: boolean;
}

/** The schema node behind a local reference (`#/$defs/name`). */
export function resolveRef(root: SchemaNode, node: SchemaNode): SchemaNode {
  const name = node.$ref?.replace('#/$defs/', '');
  return name === undefined ? node : root.$defs?.[name] ?? node;
}

function childOf(root: SchemaNode, node: SchemaNode, segment: string): { key: string | number; child: SchemaNode } | undefined {
  if (node.type === 'array') return /^\d{1,4}$/.test(segment) && node.items ? { key: Number(segment), child: resolveRef(root, node.items) } : undefined;
  const wanted = segment.toLowerCase();
  const key = Object.keys(node.properties ?? {}).find((name) => name.toLowerCase() === wanted);
  const child = key === undefined ? undefined : node.properties?.[key];
  return key !== undefined && child ? { key, child: resolveRef(root, child) } : undefined;
}

const isScalar = (node: SchemaNode): boolean => node.type !== 'object' && node.type !== 'array';

/**
 * Where a flattened name such as `education.1.level` points in a record; upper and lower case alike, blanks around
 * the parts ignored. `undefined` when the schema has no such field.
 */
export function targetOf(root: SchemaNode, name: string): ColumnTarget | undefined {
  const path: (string | number)[] = [];
  let node = root;
  for (const segment of name.replace(/\[(\d+)\]/g, '.$1').split('.')) {
    const step = childOf(root, node, segment.trim());
    if (!step) return undefined;
    path.push(step.key);
    node = step.child;
  }
  if (isScalar(node)) return { path, leaf: node, list: false };
  const items = node.type === 'array' && node.items ? resolveRef(root, node.items) : undefined;
  return items && isScalar(items) ? { path, leaf: items, list: true } : undefined;
}
