// The block in the editor: a field for each attribute. What readers see is made by the server.
wp.blocks.registerBlockType("cooperation-atlas/atlas", {
  edit({ attributes, setAttributes }) {
    const create = wp.element.createElement;
    const fields = Object.entries(window.cooperationAtlas).map(([name, values]) => create(
      values ? wp.components.SelectControl : wp.components.TextControl,
      {
        key: name,
        label: name,
        value: attributes[name],
        options: values && ["", ...values].map(value => ({ value, label: value || "\u2013" })),
        onChange: value => setAttributes({ [name]: value }),
      },
    ));
    return create("div", wp.blockEditor.useBlockProps(), create("strong", null, "Cooperation Atlas"), ...fields);
  },
  save: () => null,
});
