import { expect } from 'vitest';

/** A `managedConfiguration` of Google's Play EMM API, strictly: each property has one value, of a type that the API knows. */
export function readConfiguration(text: string) {
  const { kind, productId, managedProperty, ...rest } = JSON.parse(text) as Record<string, unknown>;
  expect(kind).toBe('androidenterprise#managedConfiguration');
  expect(rest).toEqual({});
  const values = new Map<string, unknown>();
  for (const { key, ...value } of managedProperty as { key: string }[]) {
    const [[type, content] = [], ...others] = Object.entries(value);
    expect(others).toEqual([]);
    expect({ valueString: 'string', valueBool: 'boolean', valueInteger: 'number' }[String(type)]).toBe(typeof content);
    expect(values.has(key)).toBe(false);
    values.set(key, content);
  }
  return { productId, values: Object.fromEntries(values) };
}
