// What a text message is paid as: the same count as Templates/SmsParts.cs, which decides. A test holds both against one table.
const basic = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà');
const extension = new Set('\f^{}\\[~]|€');

export const partsOf = text => {
  const signs = [...text];
  const isGsm = signs.every(sign => basic.has(sign) || extension.has(sign));
  const units = signs.map(sign => (isGsm ? (extension.has(sign) ? 2 : 1) : sign.length));
  const [whole, part] = isGsm ? [160, 153] : [70, 67];
  const all = units.reduce((sum, unit) => sum + unit, 0);
  if (all <= whole) return { count: all === 0 ? 0 : 1, isGsm, left: whole - all, units: all };

  let [count, used] = [1, 0];
  for (const unit of units) {
    if (used + unit > part) [count, used] = [count + 1, 0];
    used += unit;
  }
  return { count, isGsm, left: part - used, units: all };
};

export const fieldPattern = /\{([a-z][a-zA-Z]*)\}/g;

export const fill = (text, fields) => text.replace(fieldPattern, (written, field) => fields[field] ?? written);
