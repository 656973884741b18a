package dev.thaw.benchmarks.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.List;

/** Adds up an order: plain classes of the function's own, read and written by a bean mapper. */
public final class Till implements RequestHandler<Till.Order, Till.Sum> {
  @Override
  public Sum handleRequest(Order order, Context context) {
    Sum sum = new Sum();
    sum.id = order.id;
    for (Item item : order.items) {
      sum.total += item.quantity * item.cents;
      sum.items++;
    }
    return sum;
  }

  /** What comes in. */
  public static final class Order {
    private String id = "";
    private String customer = "";
    private boolean paid;
    private List<Item> items = List.of();

    public String getId() {
      return id;
    }

    public void setId(String id) {
      this.id = id;
    }

    public String getCustomer() {
      return customer;
    }

    public void setCustomer(String customer) {
      this.customer = customer;
    }

    public boolean isPaid() {
      return paid;
    }

    public void setPaid(boolean paid) {
      this.paid = paid;
    }

    public List<Item> getItems() {
      return items;
    }

    public void setItems(List<Item> items) {
      this.items = items;
    }
  }

  /** One line of an order. */
  public static final class Item {
    private String product = "";
    private int quantity;
    private int cents;

    public String getProduct() {
      return product;
    }

    public void setProduct(String product) {
      this.product = product;
    }

    public int getQuantity() {
      return quantity;
    }

    public void setQuantity(int quantity) {
      this.quantity = quantity;
    }

    public int getCents() {
      return cents;
    }

    public void setCents(int cents) {
      this.cents = cents;
    }
  }

  /** What goes out. */
  public static final class Sum {
    private String id = "";
    private int total;
    private int items;

    public String getId() {
      return id;
    }

    public int getTotal() {
      return total;
    }

    public int getItems() {
      return items;
    }
  }
}
